package org.xudai.loanbook;

/** What became of the new contract of a renewed loan. */
public enum ContractState {
    NONE,
    UNSIGNED,
    SIGNED,
    SETTLED
}

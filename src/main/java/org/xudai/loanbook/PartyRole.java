package org.xudai.loanbook;

/** What a party is in a case. */
public enum PartyRole {
    /** 法定代表人 or 经营者. */
    SIGNER,
    /** 经办人, 联系人. */
    CONTACT,
    /** 股东. */
    SHAREHOLDER,
    /** 保证人. */
    GUARANTOR,
    /** 抵押人. */
    MORTGAGOR,
    /** 配偶 of a guarantor or mortgagor. */
    SPOUSE
}

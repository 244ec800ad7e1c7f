package org.xudai.renewal;

import org.xudai.loanbook.Party;

/**
 * A party of a case.
 *
 * @param party who it is
 * @param invited whether he has got a link
 * @param seesAll whether he sees and hands in every material and may submit (the contact, or a signer alone)
 */
public record CaseParty(Party party, boolean invited, boolean seesAll) {}

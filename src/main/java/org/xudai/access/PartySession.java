package org.xudai.access;

import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.PartyId;

/**
 * A signed-in party: one person, one case.
 *
 * @param caseNumber the only case he sees
 * @param party who he is
 */
public record PartySession(CaseNumber caseNumber, PartyId party) {}

package org.xudai.signing;

import java.time.Instant;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;

/**
 * Somebody does not sign a version of a form. It stands until he signs after all or a new version is issued.
 *
 * @param caseNumber the case
 * @param material the form
 * @param version the issued version
 * @param party who
 * @param reason why, in his words; everybody concerned reads it
 * @param at when
 */
public record Declined(
        CaseNumber caseNumber, MaterialCode material, int version, PartyId party, String reason, Instant at) {}

package org.xudai.audit;

import java.util.List;
import org.xudai.kernel.CaseNumber;

/** The record of a case, to read and to verify. Writing happens by publishing an {@link Auditable} event. */
public interface AuditTrail {

    /** All entries of a case, oldest first. */
    List<AuditEntry> entriesOf(CaseNumber caseNumber);

    /** Checks the chain of a case. */
    ChainVerdict verify(CaseNumber caseNumber);

    /** Checks every chain; broken ones only, empty where all hold. */
    List<ChainVerdict> verifyAll();
}

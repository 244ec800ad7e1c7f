package org.xudai.renewal;

import java.util.List;
import java.util.Optional;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.StaffId;

/** The decisions people made, as our own tables hold them; implemented by review. */
public interface DecisionRecord {

    /** The decision of this person on this task written in the current transaction. */
    Optional<RecordedDecision> inThisTransaction(String taskId, StaffId by);

    /** The latest decision on a kind of task in a case. */
    Optional<RecordedDecision> latest(CaseNumber caseNumber, HumanTaskKind kind);

    /** All decisions of a case, oldest first. */
    List<RecordedDecision> ofCase(CaseNumber caseNumber);
}

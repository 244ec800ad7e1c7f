package org.xudai.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xudai.access.StaffMember;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Slice;
import org.xudai.renewal.CreditSubject;

/** The worklist and what people do with it. */
public interface Worklist {

    /** Tasks by hard stop, then age. Only what the caller may do or see. */
    Slice<WorkItem> list(WorkQuery query, StaffMember caller);

    /** Those of the given tasks that nobody has claimed and the caller may decide. */
    Set<String> claimable(Collection<String> taskIds, StaffMember caller);

    /** How many there are per view. */
    Map<WorkQuery.View, Long> counts(StaffMember caller);

    Optional<WorkItem> find(String taskId, StaffMember caller);

    /** Open tasks of a case. */
    List<WorkItem> ofCase(CaseNumber caseNumber);

    /** Whether the caller may decide the task: nothing where he may. */
    Optional<TaskRefusal> mayDecide(String taskId, StaffMember caller);

    /** Claims a task; nothing where it worked. */
    Optional<TaskRefusal> claim(String taskId, StaffMember caller);

    /** Gives a task back. */
    Optional<TaskRefusal> release(String taskId, StaffMember caller);

    /** What {@link #complete} would answer now; changes nothing. Nothing where it would work. */
    Optional<TaskRefusal> check(String taskId, Decision decision, StaffMember caller);

    /** Writes the decision and moves the process on, in one transaction; nothing where it worked. */
    Optional<TaskRefusal> complete(String taskId, Decision decision, StaffMember caller);

    /** The prefilled opinion of an investigation, null for other tasks. */
    @Nullable
    Opinion prefilledOpinion(String taskId);

    /** The opinion of the latest investigation of a case, once there is one. */
    Optional<Opinion> opinionOf(CaseNumber caseNumber);

    /** The opinion that a decided investigation rests on. */
    Optional<Opinion> opinionOn(String taskId);

    /** Whose credit record an investigation has to query. */
    List<CreditSubject> creditSubjects(CaseNumber caseNumber);
}

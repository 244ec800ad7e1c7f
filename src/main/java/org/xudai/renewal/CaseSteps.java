package org.xudai.renewal;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.CaseNumber;

/** What the steps of the process do to a case: one method for each service task of the diagram. */
public interface CaseSteps {

    /** {@code Task_CheckEligibility}: whether nothing speaks against the renewal. */
    boolean checkEligibility(CaseNumber number);

    /** {@code Task_PlanDeadlines}: whether the bank's minimum of days is left. */
    boolean planDeadlines(CaseNumber number);

    /** {@code Task_IssueForms}: makes the checklist and the filled forms. */
    void issueForms(CaseNumber number);

    /** {@code Task_InviteParties}. */
    void inviteParties(CaseNumber number);

    /** {@code Task_OpenMaterials}: opens the checklist, or the named lines of it after a correction request. */
    void openMaterials(CaseNumber number);

    /** {@code Task_SendReminder}: once per case and moment; nothing where its moment lay before this round's entry. */
    void sendReminder(CaseNumber number);

    /** {@code StartEvent_EscalationDue}: notes the escalation; true the first time for this case. */
    boolean noteEscalation(CaseNumber number);

    /** {@code Task_SetControlLevel}: whether a second person has to investigate. */
    boolean setControlLevel(CaseNumber number);

    /** {@code Task_EscalateReview}: tells the branch head of a review over its time. */
    void escalateReview(CaseNumber number);

    /** {@code Task_RecheckEligibility}: whether nothing new speaks against the renewal. */
    boolean recheckEligibility(CaseNumber number);

    /** {@code Task_ConfirmTerms}: offers the changed terms to the signer. */
    void offerTerms(CaseNumber number);

    /** {@code Task_BeginRenewal}: from here on nothing can be withdrawn. */
    void beginRenewal(CaseNumber number);

    /**
     * {@code Task_RenewWhitelistEntry}: renews the entry of each loan, once for the case.
     *
     * @return the core system's reason where it refuses
     * @throws IllegalStateException where decisions or eligibility do not carry the renewal
     */
    Optional<String> renewEntry(CaseNumber number);

    /** {@code Task_ConfirmRenewal}. */
    void confirmRenewal(CaseNumber number);

    /** {@code Task_SealDossier}. */
    void sealDossier(CaseNumber number);

    /** {@code Task_TellRefusal}: ends the case by the exception that was refused or by a refusal of the bank. */
    void tellRefusal(CaseNumber number, ExceptionCause cause);

    /** {@code Task_EndWithdrawnCase}. */
    void endWithdrawn(CaseNumber number);

    /** {@code Task_EndSettledCase}. */
    void endSettled(CaseNumber number);

    /** {@code Task_ExtendDeadline}: a new hard stop, told to the borrower. */
    void extendDeadline(CaseNumber number);

    /** {@code Task_CloseOverdueCase}. */
    void closeOverdue(CaseNumber number);

    /** A human task came up: the state follows, and the worklist hears of it. */
    void taskOpened(CaseNumber number, HumanTaskKind kind, String taskId);

    /** A human task is gone. */
    void taskClosed(CaseNumber number, String taskId, boolean completed);

    /** The state of the gateways. */
    Routing routing(CaseNumber number);

    /** The moment of a reminder, 1 to 3. */
    Instant reminderAt(CaseNumber number, int which);

    /** The moment of the escalation to the manager. */
    Instant escalateAt(CaseNumber number);

    /** The hard stop. */
    Instant hardStopAt(CaseNumber number);

    /** When a task that comes up now is due. */
    Instant dueAt(HumanTaskKind kind);

    /** Why somebody has to decide on an exception. */
    enum ExceptionCause {
        NOT_ELIGIBLE,
        TOO_LATE,
        CORE_REFUSED,
        CASE_REFUSED
    }

    /** What an approval leads to. */
    enum ApprovalResult {
        TERMS_CHANGED,
        NEXT_LEVEL,
        COMPLETE,
        RETURN,
        REFUSE
    }

    /** What the gateways ask, answered from our own tables, never from what a caller set. */
    interface Routing {
        /** Outcome of the latest decision on a kind of task. */
        String outcome(HumanTaskKind kind);

        /** What the latest approval leads to. */
        ApprovalResult approval();

        /** Whether the signer accepted the changed terms. */
        boolean termsAccepted();

        /** The last human task that came up, null before the first submission. */
        @Nullable
        String stage();
    }
}

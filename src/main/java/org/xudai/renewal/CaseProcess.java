package org.xudai.renewal;

import org.xudai.kernel.CaseNumber;

/** The running process of a case, as the case sees it. */
public interface CaseProcess {

    /** Messages from people to the process, by their id in the diagram. */
    enum Message {
        MATERIALS_SUBMITTED("Msg_MaterialsSubmitted"),
        GUIDANCE_REQUESTED("Msg_GuidanceRequested"),
        RENEWAL_WITHDRAWN("Msg_RenewalWithdrawn"),
        LOAN_SETTLED("Msg_LoanSettled"),
        TERMS_ANSWERED("Msg_TermsAnswered");

        private final String id;

        Message(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** Starts the process of a case in the caller's transaction. */
    void start(CaseNumber caseNumber);

    /** Whether the process waits for this message now. */
    boolean awaits(CaseNumber caseNumber, Message message);

    /**
     * Tells the process, in the caller's transaction.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException where the process moved at the same moment; try
     *     the whole transaction again
     */
    void tell(CaseNumber caseNumber, Message message);

    /** Takes everything of a case out of the engine, its history included, in the caller's transaction. */
    void forget(CaseNumber caseNumber);
}

package org.xudai.renewal.process;

/** Every process variable: ids and routing facts only, primitive. Nothing of a person or a file is ever one. */
final class RenewalVariables {

    /** Whether the rules allow the renewal. */
    static final String ELIGIBLE = "eligible";

    /** Whether the bank's minimum of days is left. */
    static final String TIME_ENOUGH = "timeEnough";

    /** Why somebody decides on an exception, a {@link org.xudai.renewal.CaseSteps.ExceptionCause}. */
    static final String EXCEPTION_CAUSE = "exceptionCause";

    /** Whether a second person has to investigate. */
    static final String CO_INVESTIGATION = "coInvestigation";

    /** Whether nothing new spoke against the renewal before approval. */
    static final String STILL_ELIGIBLE = "stillEligible";

    /** Whether nobody was asked to call the borrower of this case before. */
    static final String FIRST_ESCALATION = "firstEscalation";

    /** The document an inspection is about. */
    static final String DOCUMENT_ID = "documentId";

    /** The span that moved the case last, {@code 00-<trace>-<span>-01}; only of cases whose traces are kept. */
    static final String TRACE_PARENT = "traceParent";

    private RenewalVariables() {}
}

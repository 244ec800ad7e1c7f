package org.xudai.renewal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.Slice;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.NewParty;

/** The renewal cases: opening, the borrower's acts, reading. Refusals are returned, faults are thrown. */
public interface Renewals {

    /** Opens a case and starts its process; the case invites as soon as rules and forms are through. */
    Opening open(LoanNumber loan, List<NewParty> parties, StaffMember by);

    /** Answer to {@link #open}. */
    sealed interface Opening {
        /** Opened. */
        record Opened(RenewalCase renewal) implements Opening {}

        /** No such loan for this caller. */
        record UnknownLoan() implements Opening {}

        /** An open case exists. */
        record AlreadyOpen(CaseNumber caseNumber) implements Opening {}

        /** The product is secured and nobody is registered for it. */
        record PartiesMissing(List<String> roles) implements Opening {}

        /** Parties as entered cannot be taken. */
        record PartiesRefused(List<FieldProblem> problems) implements Opening {}

        /** The caller may not open cases. */
        record NotAllowed() implements Opening {}
    }

    Optional<RenewalCase> find(CaseNumber number);

    Slice<RenewalCase> search(RenewalQuery query);

    /** The open case of a loan. */
    Optional<CaseNumber> openCaseOf(LoanNumber loan);

    /** The checklist, in the order of the domain. */
    List<Material> checklist(CaseNumber number);

    List<CaseParty> parties(CaseNumber number);

    /** What the borrower applies for. */
    Application application(CaseNumber number);

    /** Whose credit record an investigation has to query: the firm and those whose consent the checklist asks for. */
    List<CreditSubject> creditSubjects(CaseNumber number);

    /** Why a case waits for {@code Task_DecideException}; asked of no other. */
    ExceptionGround exceptionGround(CaseNumber number);

    /** Terms of an approval that the signer has to answer or has answered. */
    Optional<Terms> offeredTerms(CaseNumber number);

    /**
     * Whether the borrower may hand something in for a material now: until the first submission for every line, after a
     * correction request for the named ones.
     *
     * @param material the line, or null where page codes decide
     */
    boolean takesDocuments(CaseNumber number, @Nullable MaterialCode material);

    /**
     * Notes that a paper original arrived.
     *
     * @param box archive box it lies in
     * @return false where it was noted before or the case has no such material
     */
    boolean noteOriginal(CaseNumber number, MaterialCode material, String box, StaffId by);

    /** Submits the materials; locks the case row and checks its state first. */
    Submitting submit(CaseNumber number, Actor by);

    /** Answer to {@link #submit}. */
    sealed interface Submitting {
        /** Submitted; the state after it. */
        record Submitted(CaseState state) implements Submitting {}

        /** Materials without a document that an officer can look at. */
        record Missing(List<MaterialCode> materials) implements Submitting {}

        /** The case is not collecting. */
        record NotNow(CaseState state) implements Submitting {}
    }

    /** Withdraws the case; false from {@code RENEWING} on and where it has ended. */
    boolean withdraw(CaseNumber number, Actor by, String reason);

    /** Asks for a call: opens {@code Task_GuideBorrower} while collecting. */
    boolean requestGuidance(CaseNumber number, PartyId party, String topic);

    /**
     * The signer's answer to changed terms; false where none waits, and where a member of staff notes a yes without the
     * signed paper.
     */
    boolean answerTerms(CaseNumber number, boolean accept, Actor by);

    /** Whether a paper came in at the staff door since the terms were offered, so that a yes may be noted on it. */
    boolean hasTermsPaper(CaseNumber number);

    /** The loan was settled elsewhere: ends the case. */
    boolean loanSettled(CaseNumber number, Actor by);

    /** Freezes the answers of a form into a new issued version with its own page codes. */
    Freezing freezeForm(CaseNumber number, MaterialCode material, Actor by);

    /** Answer to {@link #freezeForm}. */
    sealed interface Freezing {
        /** The version that holds the answers; the current one where nothing has changed. */
        record Frozen(int version) implements Freezing {}

        /** Problems by field name. */
        record Incomplete(java.util.Map<String, String> problems) implements Freezing {}

        /** The case does not take answers now. */
        record NotNow(CaseState state) implements Freezing {}
    }
}

package org.xudai.renewal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.Slice;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.NewParty;
import org.xudai.notices.NoticeKind;

/** The borrower's and the officers' acts on a case: the case row is locked and its state checked first. */
@Service
class RenewalOffice implements Renewals {

    private final CaseOpening opening;
    private final CaseTable cases;
    private final MaterialTable materials;
    private final OpenLines openLines;
    private final Checklist checklist;
    private final CaseParties parties;
    private final Applications applications;
    private final Eligibility eligibility;
    private final FormFreezing freezing;
    private final TermsPaper termsPaper;
    private final CaseProcess process;
    private final CaseMessages messages;
    private final CaseTransactions transactions;
    private final ApplicationEventPublisher events;

    RenewalOffice(
            CaseOpening opening,
            CaseTable cases,
            MaterialTable materials,
            OpenLines openLines,
            Checklist checklist,
            CaseParties parties,
            Applications applications,
            Eligibility eligibility,
            FormFreezing freezing,
            TermsPaper termsPaper,
            CaseProcess process,
            CaseMessages messages,
            CaseTransactions transactions,
            ApplicationEventPublisher events) {
        this.opening = opening;
        this.cases = cases;
        this.materials = materials;
        this.openLines = openLines;
        this.checklist = checklist;
        this.parties = parties;
        this.applications = applications;
        this.eligibility = eligibility;
        this.freezing = freezing;
        this.termsPaper = termsPaper;
        this.process = process;
        this.messages = messages;
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public Opening open(LoanNumber loan, List<NewParty> registered, StaffMember by) {
        return opening.open(loan, registered, by);
    }

    @Override
    public Optional<RenewalCase> find(CaseNumber number) {
        return cases.find(number);
    }

    @Override
    public Slice<RenewalCase> search(RenewalQuery query) {
        return cases.search(query);
    }

    @Override
    public Optional<CaseNumber> openCaseOf(LoanNumber loan) {
        return cases.openCaseOf(loan);
    }

    @Override
    public List<Material> checklist(CaseNumber number) {
        return checklist.of(number);
    }

    @Override
    public List<CaseParty> parties(CaseNumber number) {
        return parties.list(number);
    }

    @Override
    public Application application(CaseNumber number) {
        return applications.of(number);
    }

    @Override
    public ExceptionGround exceptionGround(CaseNumber number) {
        Optional<String> refusal = cases.coreRefusal(number);
        if (refusal.isPresent()) {
            return new ExceptionGround(CaseSteps.ExceptionCause.CORE_REFUSED, List.of(), refusal.get());
        }
        // deadlines are planned once the rules are through or an exception from them was granted
        return cases.get(number).deadlines() == null
                ? new ExceptionGround(
                        CaseSteps.ExceptionCause.NOT_ELIGIBLE, List.copyOf(eligibility.unknownReasons(number)), "")
                : new ExceptionGround(CaseSteps.ExceptionCause.TOO_LATE, List.of(), "");
    }

    @Override
    public Optional<Terms> offeredTerms(CaseNumber number) {
        return cases.offered(number);
    }

    @Override
    public List<CreditSubject> creditSubjects(CaseNumber number) {
        List<CreditSubject> subjects = new ArrayList<>();
        subjects.add(new CreditSubject("firm", cases.get(number).firm()));
        parties.signer(number)
                .ifPresent(signer -> subjects.add(new CreditSubject(signer.id().toString(), signer.name())));
        return subjects;
    }

    @Override
    public boolean takesDocuments(CaseNumber number, @Nullable MaterialCode material) {
        return openLines.take(number, material);
    }

    @Override
    public Submitting submit(CaseNumber number, Actor by) {
        return transactions.run(() -> {
            RenewalCase renewal = cases.lock(number);
            if (!waits(renewal, CaseProcess.Message.MATERIALS_SUBMITTED, CaseState.COLLECTING::equals)) {
                return new Submitting.NotNow(renewal.state());
            }
            List<MaterialCode> missing = checklist.missing(number);
            if (!missing.isEmpty()) {
                return new Submitting.Missing(missing);
            }
            cases.markSubmitted(number);
            events.publishEvent(
                    CaseEvent.of(number, "submitted", by, Map.of("round", Integer.toString(renewal.round()))));
            messages.tellBorrower(
                    number, NoticeKind.RECEIVED, "received/" + renewal.round(), CaseMessages.Details.NONE);
            process.tell(number, CaseProcess.Message.MATERIALS_SUBMITTED);
            return new Submitting.Submitted(cases.get(number).state());
        });
    }

    @Override
    public boolean withdraw(CaseNumber number, Actor by, String reason) {
        return act(
                number,
                CaseProcess.Message.RENEWAL_WITHDRAWN,
                CaseState::isOpen,
                new CaseEvent(number, "withdrawal", by, Map.of(), Map.of("reason", reason)));
    }

    @Override
    public boolean requestGuidance(CaseNumber number, PartyId party, String topic) {
        return act(
                number,
                CaseProcess.Message.GUIDANCE_REQUESTED,
                CaseState.COLLECTING::equals,
                new CaseEvent(number, "guidance-requested", Actor.party(party), Map.of(), Map.of("topic", topic)));
    }

    @Override
    public boolean answerTerms(CaseNumber number, boolean accept, Actor by) {
        return transactions.run(() -> {
            RenewalCase renewal = cases.lock(number);
            if (!waits(renewal, CaseProcess.Message.TERMS_ANSWERED, CaseState.AWAITING_TERMS::equals)) {
                return false;
            }
            if (accept && by.kind() == Actor.Kind.STAFF && !termsPaper.received(number)) {
                return false;
            }
            cases.answerOffer(number, accept);
            if (accept) {
                cases.setApproved(number, cases.offered(number).orElseThrow());
            }
            events.publishEvent(
                    CaseEvent.of(number, "terms-answered", by, Map.of("accepted", Boolean.toString(accept))));
            process.tell(number, CaseProcess.Message.TERMS_ANSWERED);
            return true;
        });
    }

    @Override
    public boolean hasTermsPaper(CaseNumber number) {
        return termsPaper.received(number);
    }

    @Override
    public boolean loanSettled(CaseNumber number, Actor by) {
        return act(
                number, CaseProcess.Message.LOAN_SETTLED, CaseState::isOpen, CaseEvent.of(number, "loan-settled", by));
    }

    @Override
    public boolean noteOriginal(CaseNumber number, MaterialCode material, String box, StaffId by) {
        return transactions.run(() -> {
            cases.lock(number);
            if (!materials.noteOriginal(number, material, box, by)) {
                return false;
            }
            events.publishEvent(CaseEvent.of(
                    number, "original-received", Actor.staff(by), Map.of("material", material.value(), "box", box)));
            return true;
        });
    }

    @Override
    public Freezing freezeForm(CaseNumber number, MaterialCode material, Actor by) {
        return freezing.freeze(number, material, by);
    }

    private boolean act(CaseNumber number, CaseProcess.Message message, Predicate<CaseState> allowed, CaseEvent event) {
        return transactions.run(() -> {
            RenewalCase renewal = cases.lock(number);
            if (!waits(renewal, message, allowed)) {
                return false;
            }
            events.publishEvent(event);
            process.tell(number, message);
            return true;
        });
    }

    private boolean waits(RenewalCase renewal, CaseProcess.Message message, Predicate<CaseState> allowed) {
        return allowed.test(renewal.state()) && process.awaits(renewal.number(), message);
    }
}

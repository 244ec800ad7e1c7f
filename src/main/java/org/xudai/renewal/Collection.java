package org.xudai.renewal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xudai.audit.Actor;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.notices.NoticeKind;

/** Collecting the materials: opening the checklist or named lines of it, and reminding. */
@Component
class Collection {

    private static final Actor PROCESS = Actor.system("process");

    private final CaseTable cases;
    private final MaterialTable materials;
    private final Checklist checklist;
    private final DecisionRecord decisions;
    private final DeadlinePlan plan;
    private final CaseMessages messages;
    private final CaseParties parties;
    private final MessageSource texts;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;

    Collection(
            CaseTable cases,
            MaterialTable materials,
            Checklist checklist,
            DecisionRecord decisions,
            DeadlinePlan plan,
            CaseMessages messages,
            CaseParties parties,
            MessageSource texts,
            BusinessCalendar calendar,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.materials = materials;
        this.checklist = checklist;
        this.decisions = decisions;
        this.plan = plan;
        this.messages = messages;
        this.parties = parties;
        this.texts = texts;
        this.calendar = calendar;
        this.events = events;
    }

    void open(CaseNumber number) {
        Optional<RecordedDecision> correcting = correcting(number);
        int round = cases.get(number).round();
        if (correcting.isPresent()) {
            round++;
            cases.enterRound(number, round);
            for (CorrectionRequest correction : correcting.get().corrections()) {
                materials.requestCorrection(number, round, correction);
            }
            tell(number, round, correcting.get().corrections());
        } else {
            cases.enterRound(number, round);
        }
        cases.setStage(number, "CollectMaterials");
        cases.move(number, CaseState.COLLECTING);
        events.publishEvent(CaseEvent.of(number, "collecting", PROCESS, Map.of("round", Integer.toString(round))));
    }

    /** The decision that sent the case back to the borrower, where its corrections are not yet asked for. */
    private Optional<RecordedDecision> correcting(CaseNumber number) {
        List<RecordedDecision> all = decisions.ofCase(number);
        int round = cases.get(number).round();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1))
                        .filter(decision -> decision.outcome().equals("CORRECT") && decision.round() == round);
    }

    private void tell(CaseNumber number, int round, List<CorrectionRequest> corrections) {
        Locale language =
                parties.addressee(number).map(party -> party.language()).orElse(Locale.SIMPLIFIED_CHINESE);
        String reason = corrections.stream()
                .map(correction -> sentence(correction, language))
                .filter(sentence -> !sentence.isBlank())
                .distinct()
                .collect(Collectors.joining(" "));
        List<MaterialCode> named =
                corrections.stream().map(CorrectionRequest::material).toList();
        messages.tellBorrower(
                number, NoticeKind.CORRECTION, "correction/" + round, new CaseMessages.Details(named, reason, null));
    }

    private String sentence(CorrectionRequest correction, Locale language) {
        String known = texts.getMessage("correction." + correction.reason(), null, "", language);
        return known == null || known.isEmpty()
                ? correction.text()
                : correction.text().isBlank() ? known : known + " " + correction.text();
    }

    /** Sends the reminder whose moment came last, once; nothing where it lay before this round's entry. */
    void remind(CaseNumber number) {
        RenewalCase renewal = cases.get(number);
        LocalDate anchor =
                Optional.ofNullable(renewal.deadlines()).orElseThrow().anchor();
        Instant now = calendar.now();
        Instant entered = cases.roundEnteredAt(number).orElse(renewal.openedAt());
        IntStream.rangeClosed(1, 3)
                .filter(which -> !plan.reminderAt(anchor, which).isAfter(now))
                .filter(which -> plan.reminderAt(anchor, which).isAfter(entered))
                .max()
                .ifPresent(which -> remind(number, which));
    }

    private void remind(CaseNumber number, int which) {
        if (!cases.once(number, "reminder/" + which)) {
            return;
        }
        messages.tellBorrower(
                number,
                NoticeKind.REMINDER,
                "reminder/" + which,
                new CaseMessages.Details(checklist.missing(number), null, null));
        events.publishEvent(CaseEvent.of(number, "reminded", PROCESS, Map.of("reminder", Integer.toString(which))));
    }
}

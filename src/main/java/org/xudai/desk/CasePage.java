package org.xudai.desk;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.LoanBook;
import org.xudai.loanbook.Party;
import org.xudai.notices.Notices;
import org.xudai.renewal.Deadlines;
import org.xudai.renewal.Material;
import org.xudai.renewal.MaterialState;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.retention.LegalHold;
import org.xudai.retention.LegalHolds;
import org.xudai.review.TaskRefusal;
import org.xudai.review.WorkItem;
import org.xudai.review.Worklist;

/** Puts the page of a case together. */
@Component
class CasePage {

    /** Rows that a list shows before it offers the rest. */
    private static final int FIRST = 8;

    private final Renewals renewals;
    private final Worklist worklist;
    private final LoanBook loans;
    private final Notices notices;
    private final Dossier dossier;
    private final StaffDirectory staff;
    private final CasePeople people;
    private final CaseTimeline timeline;
    private final CaseSignatures signatures;
    private final DeskWords words;
    private final DeskDoor door;
    private final BusinessCalendar calendar;
    private final LegalHolds holds;

    CasePage(
            Renewals renewals,
            Worklist worklist,
            LoanBook loans,
            Notices notices,
            Dossier dossier,
            StaffDirectory staff,
            CasePeople people,
            CaseTimeline timeline,
            CaseSignatures signatures,
            DeskWords words,
            DeskDoor door,
            BusinessCalendar calendar,
            LegalHolds holds) {
        this.renewals = renewals;
        this.worklist = worklist;
        this.loans = loans;
        this.notices = notices;
        this.dossier = dossier;
        this.staff = staff;
        this.people = people;
        this.timeline = timeline;
        this.signatures = signatures;
        this.words = words;
        this.door = door;
        this.calendar = calendar;
        this.holds = holds;
    }

    /**
     * An open task of the case.
     *
     * @param may whether the reader may do it
     * @param who names of who has it or may do it
     */
    record Task(WorkItem item, boolean may, List<String> who) {}

    /** The page as it is, with everything that happened where {@code all} is set. */
    String show(RenewalCase renewal, boolean all, Model model) {
        return show(renewal, all, null, null, model);
    }

    /** The page with one value of one person in full. */
    String show(
            RenewalCase renewal, boolean all, @Nullable Party asked, CasePeople.@Nullable Shown shown, Model model) {
        model.addAttribute("renewal", renewal);
        model.addAttribute("loan", loans.find(renewal.loans().get(0)).orElseThrow());
        model.addAttribute("lead", name(renewal.lead()));
        materials(renewal, all, model);
        model.addAttribute(
                "tasks",
                worklist.ofCase(renewal.number()).stream().map(this::task).toList());
        model.addAttribute("people", people.of(renewal, asked, shown));
        model.addAttribute("notices", notices.ofCase(renewal.number()));
        happenings(renewal, all, model);
        model.addAttribute("terms", renewals.offeredTerms(renewal.number()).orElse(null));
        Deadlines deadlines = renewal.deadlines();
        if (deadlines != null && renewal.state().isOpen()) {
            model.addAttribute("track", DeadlineTrack.of(renewal, deadlines, words, calendar.today()));
            model.addAttribute("daysLeft", words.daysUntil(words.dayOf(deadlines.hardStopAt())));
        }
        Optional<LegalHold> hold = holds.of(renewal.number());
        model.addAttribute("hold", hold.orElse(null));
        model.addAttribute("heldBy", hold.map(found -> name(found.by())).orElse(""));
        model.addAttribute("all", all);
        model.addAttribute("first", FIRST);
        return "desk/case";
    }

    private void materials(RenewalCase renewal, boolean all, Model model) {
        List<Material> materials = renewals.checklist(renewal.number());
        model.addAttribute("materials", materials);
        model.addAttribute("papers", signatures.papers(materials));
        model.addAttribute(
                "passed",
                materials.stream()
                        .filter(material -> material.state() == MaterialState.ACCEPTED)
                        .count());
        List<Document> documents = dossier.ofCase(renewal.number()).stream()
                .sorted(Comparator.comparing(Document::storedAt).reversed())
                .toList();
        Map<String, String> handed = new HashMap<>();
        documents.stream()
                .filter(document -> document.by().kind() == org.xudai.audit.Actor.Kind.STAFF)
                .forEach(document -> handed.put(
                        document.id().toString(), name(new StaffId(document.by().id()))));
        model.addAttribute(
                "documents",
                documents.stream().limit(all ? Long.MAX_VALUE : FIRST).toList());
        model.addAttribute("documentCount", documents.size());
        model.addAttribute("handed", handed);
    }

    private void happenings(RenewalCase renewal, boolean all, Model model) {
        List<CaseTimeline.Happening> happenings = timeline.of(renewal);
        model.addAttribute("happeningCount", happenings.size());
        model.addAttribute(
                "happenings",
                happenings.stream()
                        .filter(happening -> all || !happening.minor())
                        .limit(all ? Long.MAX_VALUE : 2 * FIRST)
                        .toList());
    }

    private Task task(WorkItem item) {
        StaffMember me = door.staff();
        var refusal = worklist.mayDecide(item.id(), me);
        List<String> who = item.assignee() != null
                ? List.of(name(item.assignee()))
                : refusal.filter(TaskRefusal.Forbidden.class::isInstance)
                        .map(found -> ((TaskRefusal.Forbidden) found).who())
                        .orElse(List.of());
        return new Task(item, refusal.isEmpty(), who);
    }

    private String name(StaffId id) {
        return staff.find(id).map(StaffMember::name).orElse(id.value());
    }
}

package org.xudai.mailroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.FileTooLarge;
import org.xudai.dossier.ShelvedObject;
import org.xudai.dossier.Shelves;
import org.xudai.dossier.Submission;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Sha256;
import org.xudai.mailroom.Papers.Paper;
import org.xudai.mailroom.SheetTable.Settled;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;

/**
 * Brings the pages of a stack to their cases: those of one version of one form make one document, in the order of their
 * numbers. What the case has already, byte for byte, does not come twice.
 */
@Component
class CaseFiling {

    private static final Set<SheetState> READ = Set.of(SheetState.READ);

    private final SheetTable sheets;
    private final Papers papers;
    private final Shelves shelves;
    private final Renewals renewals;
    private final Dossier dossier;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    CaseFiling(
            SheetTable sheets,
            Papers papers,
            Shelves shelves,
            Renewals renewals,
            Dossier dossier,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.sheets = sheets;
        this.papers = papers;
        this.shelves = shelves;
        this.renewals = renewals;
        this.dossier = dossier;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Form(CaseNumber caseNumber, MaterialCode material, int version) {}

    /** Files what is not filed yet; after a kill it goes on with the next form. */
    void file(Stack stack) {
        Map<Form, List<Paper>> forms = new LinkedHashMap<>();
        for (StackSheet sheet : sheets.toFile(stack.id())) {
            StackSheet.Target target = Objects.requireNonNull(sheet.target());
            forms.computeIfAbsent(
                            new Form(target.caseNumber(), target.form(), target.version()), any -> new ArrayList<>())
                    .add(new Paper(stack, sheet));
        }
        forms.forEach((form, found) -> file(stack, form, found));
    }

    private void file(Stack stack, Form form, List<Paper> found) {
        Optional<RenewalCase> renewal = renewals.find(form.caseNumber());
        if (renewal.isEmpty() || !renewal.get().state().isOpen()) {
            toTray(found, TrayReason.CASE_ENDED);
            return;
        }
        Map<Sha256, DocumentId> known = known(form.caseNumber());
        List<Paper> before =
                found.stream().filter(paper -> known.containsKey(hash(paper))).toList();
        before.forEach(paper -> transaction.executeWithoutResult(
                status -> twice(List.of(paper), Objects.requireNonNull(known.get(hash(paper))))));
        shelves.drop(Papers.keys(before));
        Set<Sha256> seen = new HashSet<>(known.keySet());
        List<Paper> fresh =
                found.stream().filter(paper -> seen.add(hash(paper))).toList();
        if (!fresh.isEmpty()) {
            List<Paper> again = new ArrayList<>(found);
            again.removeAll(before);
            again.removeAll(fresh);
            handIn(stack, form, fresh, again);
        }
    }

    private void handIn(Stack stack, Form form, List<Paper> fresh, List<Paper> again) {
        Submission submission = new Submission(
                form.caseNumber(), form.material(), Channel.SCAN, stack.actor(), null, stack.receivedAt());
        try {
            papers.handIn(submission, fresh, document -> {
                settle(fresh, SheetState.FILED, document.id());
                twice(again, document.id());
                events.publishEvent(SheetsInCase.filed(document, fresh));
            });
            shelves.drop(Papers.keys(again));
        } catch (FileTooLarge e) {
            toTray(fresh, TrayReason.TOO_LARGE);
            toTray(again, TrayReason.TOO_LARGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void twice(List<Paper> again, DocumentId document) {
        settle(again, SheetState.TWICE, document);
        shelves.release(Papers.keys(again));
    }

    private void settle(List<Paper> settled, SheetState state, DocumentId document) {
        if (!settled.isEmpty()
                && sheets.settle(ids(settled), READ, new Settled(state, null, null, null, null, document, null))
                        != settled.size()) {
            throw new IllegalStateException("another node has filed these pages");
        }
    }

    private void toTray(List<Paper> found, TrayReason reason) {
        if (!found.isEmpty()) {
            sheets.settle(ids(found), READ, Settled.as(SheetState.TRAY, reason, null));
        }
    }

    /** Leaves what is not filed yet to people. */
    void leave(Stack stack) {
        toTray(
                sheets.toFile(stack.id()).stream()
                        .map(sheet -> new Paper(stack, sheet))
                        .toList(),
                TrayReason.NOT_FILED);
    }

    /** Files that came for a case until now. */
    private Map<Sha256, DocumentId> known(CaseNumber number) {
        Map<Sha256, DocumentId> known = new HashMap<>();
        dossier.ofCase(number).stream()
                .filter(document -> document.channel() != Channel.ISSUED)
                .forEach(document -> document.files().forEach(file -> known.put(file.sha256(), document.id())));
        return known;
    }

    private static Sha256 hash(Paper paper) {
        ShelvedObject picture = Objects.requireNonNull(paper.sheet().picture());
        return picture.sha256();
    }

    private static List<UUID> ids(Collection<Paper> papers) {
        return papers.stream().map(paper -> paper.sheet().id()).toList();
    }
}

package org.xudai.mailroom;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.access.BranchScope;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Document;
import org.xudai.dossier.ShelvedObject;
import org.xudai.dossier.Shelves;
import org.xudai.dossier.Submission;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Slice;
import org.xudai.mailroom.Papers.Paper;
import org.xudai.mailroom.SheetTable.Settled;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;

/** Lets people at the stacks, and does what they say about pages. */
@Service
class MailroomOffice implements Mailroom {

    private static final Set<SheetState> ASSIGNABLE = Set.of(SheetState.TRAY, SheetState.BLANK);

    private final StackTable stacks;
    private final SheetTable sheets;
    private final StackReports reports;
    private final StackReception reception;
    private final Tray tray;
    private final Shelves shelves;
    private final Papers papers;
    private final Renewals renewals;
    private final MailClerk clerk;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    MailroomOffice(
            StackTable stacks,
            SheetTable sheets,
            StackReports reports,
            StackReception reception,
            Tray tray,
            Shelves shelves,
            Papers papers,
            Renewals renewals,
            MailClerk clerk,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.stacks = stacks;
        this.sheets = sheets;
        this.reports = reports;
        this.reception = reception;
        this.tray = tray;
        this.shelves = shelves;
        this.papers = papers;
        this.renewals = renewals;
        this.clerk = clerk;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Taken take(Bytes stack, long size, StaffMember by) throws IOException {
        Taken taken = reception.take(stack, size, by);
        if (!taken.before()) {
            clerk.look();
        }
        return taken;
    }

    @Override
    public Optional<StackReport> report(UUID stack, BranchScope scope) {
        return stacks.find(stack).map(found -> reports.of(found, scope));
    }

    @Override
    public List<StackReport> latest(BranchScope scope, int most) {
        return reports.brief(stacks.latest(scope, most), scope);
    }

    @Override
    public boolean stop(UUID stack, StaffMember by) {
        boolean stopped = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean mine = stacks.stop(stack, by.id());
            if (mine) {
                events.publishEvent(new StackStopped(stack, Actor.staff(by.id())));
            }
            return mine;
        }));
        clerk.look();
        return stopped;
    }

    @Override
    public Slice<TraySheet> tray(BranchScope scope, int page, int size) {
        return tray.of(scope, page, size);
    }

    @Override
    public long waiting(BranchScope scope) {
        return sheets.countWaiting(scope);
    }

    @Override
    public Optional<TraySheet> waiting(UUID sheet) {
        return tray.sheet(sheet);
    }

    @Override
    public boolean turn(UUID sheet, Turn turn) {
        return sheets.turn(sheet, turn);
    }

    @Override
    public Optional<InputStream> picture(UUID sheet) throws IOException {
        StackSheet found = sheets.assignable(sheet).orElse(null);
        ShelvedObject preview = found == null ? null : found.preview();
        return found == null || preview == null
                ? Optional.empty()
                : Optional.of(shelves.open(found.stack(), preview.key()));
    }

    @Override
    public Optional<InputStream> content(UUID id) throws IOException {
        Stack stack = stacks.find(id).orElse(null);
        return stack == null
                ? Optional.empty()
                : Optional.of(shelves.open(id, stack.object().key()));
    }

    @Override
    public Assigning assign(List<UUID> ids, CaseNumber number, MaterialCode material, StaffMember by)
            throws IOException {
        List<Paper> found = waiting(ids);
        if (found.isEmpty() || found.size() != ids.size()) {
            return new Assigning.NotWaiting();
        }
        RenewalCase renewal =
                renewals.find(number).filter(one -> one.state().isOpen()).orElse(null);
        if (renewal == null || !isOnChecklist(number, material)) {
            return new Assigning.NotTaken();
        }
        Submission submission = new Submission(
                number,
                material,
                Channel.SCAN,
                Actor.staff(by.id()),
                null,
                found.stream()
                        .map(paper -> paper.stack().receivedAt())
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
        try {
            Document assigned = papers.handIn(submission, found, document -> {
                settle(
                        ids,
                        new Settled(
                                SheetState.ASSIGNED, null, renewal.branch(), number, material, document.id(), by.id()));
                events.publishEvent(SheetsInCase.assigned(document, found));
            });
            return new Assigning.Assigned(assigned.id());
        } catch (SomebodyWasFaster e) {
            return new Assigning.NotWaiting();
        }
    }

    private boolean isOnChecklist(CaseNumber number, MaterialCode material) {
        return renewals.checklist(number).stream().anyMatch(line -> line.code().equals(material));
    }

    /** Pages that wait, in the order asked for. */
    private List<Paper> waiting(List<UUID> ids) {
        Map<UUID, StackSheet> found = new HashMap<>();
        if (!ids.isEmpty()) {
            sheets.find(ids).stream()
                    .filter(sheet -> ASSIGNABLE.contains(sheet.state()))
                    .forEach(sheet -> found.put(sheet.id(), sheet));
        }
        Map<UUID, Stack> known = stacks.of(found.values());
        List<Paper> papersFound = new ArrayList<>();
        for (UUID id : ids) {
            StackSheet sheet = found.get(id);
            Stack stack = sheet == null ? null : known.get(sheet.stack());
            if (sheet != null && stack != null && stack.state() == StackState.DONE) {
                papersFound.add(new Paper(stack, sheet));
            }
        }
        return papersFound;
    }

    @Override
    public boolean discard(List<UUID> ids, DiscardReason reason, String note, StaffMember by) {
        List<Paper> found = waiting(ids);
        if (found.isEmpty() || found.size() != ids.size()) {
            return false;
        }
        try {
            transaction.executeWithoutResult(status -> {
                settle(ids, Settled.as(SheetState.DISCARDED, reason, by.id()));
                events.publishEvent(new SheetsDiscarded(Papers.names(found), reason, note, Actor.staff(by.id())));
            });
            return true;
        } catch (SomebodyWasFaster e) {
            return false;
        }
    }

    private void settle(List<UUID> ids, Settled to) {
        if (sheets.settle(ids, ASSIGNABLE, to) != ids.size()) {
            throw new SomebodyWasFaster();
        }
    }

    /** Undoes what was begun. */
    private static final class SomebodyWasFaster extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

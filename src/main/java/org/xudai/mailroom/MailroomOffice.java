package org.xudai.mailroom;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.access.BranchScope;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
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

/** Takes stacks and what people say about their pages. */
@Service
class MailroomOffice implements Mailroom {

    private static final Set<SheetState> ASSIGNABLE = Set.of(SheetState.TRAY, SheetState.BLANK);

    private final StackTable stacks;
    private final SheetTable sheets;
    private final StackReports reports;
    private final Shelves shelves;
    private final Papers papers;
    private final Renewals renewals;
    private final MailClerk clerk;
    private final MailroomSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    MailroomOffice(
            StackTable stacks,
            SheetTable sheets,
            StackReports reports,
            Shelves shelves,
            Papers papers,
            Renewals renewals,
            MailClerk clerk,
            MailroomSettings settings,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.stacks = stacks;
        this.sheets = sheets;
        this.reports = reports;
        this.shelves = shelves;
        this.papers = papers;
        this.renewals = renewals;
        this.clerk = clerk;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Taken take(InputStream bytes, String fileName, StaffMember by) throws IOException {
        UUID id = UUID.randomUUID();
        ShelvedObject object = shelves.store(id, bytes, settings.maxSize().toBytes());
        Optional<UUID> before = stacks.same(by.branch(), object.sha256());
        if (before.isPresent()) {
            shelves.drop(List.of(object.key()));
            return new Taken(before.get(), true);
        }
        Stack stack = new Stack(
                id,
                by.branch(),
                by.id(),
                fileName,
                object,
                clock.instant(),
                StackState.RUNNING,
                null,
                null,
                false,
                0,
                null);
        try {
            transaction.executeWithoutResult(status -> {
                stacks.insert(stack);
                shelves.keep(id, object);
                events.publishEvent(new StackTaken(stack));
            });
        } catch (DuplicateKeyException e) {
            shelves.drop(List.of(object.key()));
            return new Taken(stacks.same(by.branch(), object.sha256()).orElseThrow(), true);
        }
        clerk.look();
        return new Taken(id, false);
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
        List<StackSheet> found = sheets.waiting(scope, page, size);
        long total = sheets.countWaiting(scope);
        Map<UUID, Stack> known = stacksOf(found);
        return new Slice<>(
                found.stream()
                        .map(sheet -> tray(sheet, Objects.requireNonNull(known.get(sheet.stack()))))
                        .toList(),
                Math.min(total, Slice.COUNTED),
                total <= Slice.COUNTED,
                page,
                size,
                null);
    }

    private Map<UUID, Stack> stacksOf(List<StackSheet> found) {
        Map<UUID, Stack> known = new HashMap<>();
        found.forEach(sheet ->
                known.computeIfAbsent(sheet.stack(), id -> stacks.find(id).orElseThrow()));
        return known;
    }

    private static TraySheet tray(StackSheet sheet, Stack stack) {
        StackSheet.Target target = sheet.target();
        String reason = sheet.reason();
        return new TraySheet(
                sheet.id(),
                stack.id(),
                sheet.page(),
                sheet.branch(),
                reason == null ? null : TrayReason.valueOf(reason),
                target == null ? null : target.caseNumber(),
                target == null ? null : target.form(),
                stack.receivedAt());
    }

    @Override
    public Optional<TraySheet> waiting(UUID sheet) {
        return sheets.assignable(sheet)
                .map(found -> tray(found, stacks.find(found.stack()).orElseThrow()));
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
        Map<UUID, Stack> known = stacksOf(List.copyOf(found.values()));
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

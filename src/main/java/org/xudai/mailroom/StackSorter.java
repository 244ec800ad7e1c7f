package org.xudai.mailroom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.access.BranchScope;
import org.xudai.dossier.ShelvedObject;
import org.xudai.dossier.Shelves;
import org.xudai.intake.OpenStack;
import org.xudai.intake.Sheet;
import org.xudai.intake.StackFacts;
import org.xudai.intake.StackReader;
import org.xudai.kernel.OutsideSystemAway;

/**
 * Works on one stack from where it stands to its end. Killed anywhere, another goes on: a page is read where it has no row,
 * filed where its row does not say so.
 */
@Component
class StackSorter {

    /** A few pages at a time, so that an upload waits for a worker no longer than they take. */
    private static final int BATCH = 8;

    /** A node that begins so often and reads no page is killed by the stack. */
    private static final int MOST_TRIES = 10;

    private final StackTable stacks;
    private final SheetTable sheets;
    private final SheetPlaces places;
    private final CaseFiling filing;
    private final StackReader reader;
    private final Shelves shelves;
    private final MailroomSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    StackSorter(
            StackTable stacks,
            SheetTable sheets,
            SheetPlaces places,
            CaseFiling filing,
            StackReader reader,
            Shelves shelves,
            MailroomSettings settings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.stacks = stacks;
        this.sheets = sheets;
        this.places = places;
        this.filing = filing;
        this.reader = reader;
        this.shelves = shelves;
        this.settings = settings;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Works on a stack; no other node may be at it.
     *
     * @param stops whether the node goes down: the work ends after a few pages
     */
    void sort(UUID id, BooleanSupplier stops) {
        Stack stack = stacks.find(id).orElse(null);
        if (stack == null || !stack.state().isUnderWay()) {
            return;
        }
        if (stacks.begun(id) > MOST_TRIES) {
            giveUp(stack);
            return;
        }
        try {
            if (isRead(stack, stops)) {
                file(stack);
            }
        } catch (OutsideSystemAway e) {
            stacks.goesOn(id);
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether every page is read; where not, the stack has ended or another goes on with it. */
    private boolean isRead(Stack stack, BooleanSupplier stops) throws IOException {
        int read = sheets.read(stack.id());
        Integer known = stack.pages();
        if (known != null && read >= known) {
            return true;
        }
        try (InputStream bytes = shelves.open(stack.id(), stack.object().key());
                OpenStack open = reader.open(bytes)) {
            int pages = known == null ? counted(stack, open) : known;
            while (read < pages) {
                if (stops.getAsBoolean()) {
                    return false;
                }
                if (stacks.isStopped(stack.id())) {
                    end(stack.id(), StackState.CANCELLED, null);
                    return false;
                }
                int last = Math.min(pages, read + BATCH);
                open.read(read + 1, last, new Keeping(stack));
                stacks.goesOn(stack.id());
                read = last;
            }
            return pages > 0;
        }
    }

    /** How many pages there are; none where the stack cannot be taken apart, which is then noted. */
    private int counted(Stack stack, OpenStack open) throws IOException {
        StackFacts facts = open.facts(settings.maxPages());
        String problem = facts.problem();
        if (problem == null && facts.signatures() > 0) {
            problem = "SIGNED";
        }
        if ("TOO_LARGE".equals(problem) && facts.pages() > settings.maxPages()) {
            problem = "TOO_MANY_PAGES";
        }
        if (facts.pages() > 0) {
            stacks.counted(stack.id(), facts.pages());
        }
        if (problem != null) {
            end(stack.id(), StackState.FAILED, problem);
            return 0;
        }
        return facts.pages();
    }

    private void file(Stack stack) {
        if (stacks.beginFiling(stack.id())) {
            filing.file(stack);
            end(stack.id(), StackState.DONE, null);
        } else {
            end(stack.id(), StackState.CANCELLED, null);
        }
    }

    /** What went to cases stays there; what did not is left to people. */
    private void giveUp(Stack stack) {
        if (stack.state() == StackState.FILING) {
            filing.leave(stack);
            end(stack.id(), StackState.DONE, null);
        } else {
            end(stack.id(), StackState.FAILED, "UNREADABLE");
        }
    }

    private void end(UUID id, StackState state, @Nullable String problem) {
        transaction.executeWithoutResult(status -> {
            stacks.end(id, state, problem);
            Map<SheetState, Integer> counts =
                    sheets.counts(List.of(id), BranchScope.EVERY).getOrDefault(id, Map.of());
            events.publishEvent(new StackSorted(id, state, problem, counts));
        });
    }

    /** Keeps the pages of a stack as they are read. */
    private final class Keeping implements OpenStack.Taker {

        private final Stack stack;

        Keeping(Stack stack) {
            this.stack = stack;
        }

        @Override
        public void sheet(Sheet sheet) {
            try {
                ShelvedObject picture = store(sheet.picture());
                ShelvedObject preview = store(sheet.preview());
                StackSheet placed = places.of(stack, sheet, picture, preview);
                transaction.executeWithoutResult(status -> {
                    if (sheets.insert(placed)) {
                        shelves.keep(stack.id(), picture);
                        shelves.keep(stack.id(), preview);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private ShelvedObject store(byte[] bytes) throws IOException {
            return shelves.store(stack.id(), new ByteArrayInputStream(bytes), bytes.length);
        }

        @Override
        public void unreadable(int page) {
            sheets.insert(places.unreadable(stack, page));
        }
    }
}

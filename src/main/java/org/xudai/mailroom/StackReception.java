package org.xudai.mailroom;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.access.StaffMember;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.FileTooLarge;
import org.xudai.dossier.ShelvedObject;
import org.xudai.dossier.Shelves;
import org.xudai.mailroom.Mailroom.Taken;

/** Takes stacks. What is not taken leaves neither bytes nor a key behind. */
@Component
class StackReception {

    private static final Logger LOG = LoggerFactory.getLogger(StackReception.class);

    private final StackTable stacks;
    private final Shelves shelves;
    private final MailroomSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    StackReception(
            StackTable stacks,
            Shelves shelves,
            MailroomSettings settings,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.stacks = stacks;
        this.shelves = shelves;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** As {@link Mailroom#take}. */
    Taken take(Bytes bytes, long size, StaffMember by) throws IOException {
        long most = settings.maxSize().toBytes();
        if (size > most) {
            throw new FileTooLarge(most);
        }
        UUID id = UUID.randomUUID();
        ShelvedObject object;
        try (InputStream in = bytes.source().open()) {
            object = stored(id, in, most);
        }
        Stack stack = Stack.taken(id, by, bytes.name(), object, clock.instant());
        Optional<UUID> before = stacks.same(stack.branch(), object.sha256());
        while (before.isEmpty()) {
            if (isKept(stack)) {
                return new Taken(id, false);
            }
            before = stacks.same(stack.branch(), object.sha256());
        }
        giveBack(id);
        return new Taken(before.get(), true);
    }

    private ShelvedObject stored(UUID shelf, InputStream bytes, long most) throws IOException {
        boolean stored = false;
        try {
            ShelvedObject object = shelves.store(shelf, bytes, most);
            stored = true;
            return object;
        } finally {
            if (!stored) {
                giveBack(shelf);
            }
        }
    }

    /** Whether a stack was taken; not where its branch hands in the same one elsewhere at this moment. */
    private boolean isKept(Stack stack) {
        try {
            transaction.executeWithoutResult(status -> {
                stacks.insert(stack);
                shelves.keep(stack.id(), stack.object());
                events.publishEvent(new StackTaken(stack));
            });
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Takes a shelf away on which nothing was kept, with its key. */
    private void giveBack(UUID shelf) {
        try {
            transaction.executeWithoutResult(status -> shelves.forget(shelf));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the key of shelf {}, on which nothing was kept, could not be destroyed", shelf, e);
        }
        shelves.clear(shelf);
    }
}

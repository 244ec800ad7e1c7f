package org.xudai.api;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xudai.audit.Acts;
import org.xudai.audit.Auditable;

/**
 * Ties a call's {@code Idempotency-Key} to its act: every act is recorded, so the first record of a transaction notes, in
 * that same transaction, that the act of this key was done. Whatever dies afterwards, it is not done again.
 */
@Component
class IdempotencyMark {

    private final IdempotencyTable table;
    private final ThreadLocal<@Nullable String> running = new ThreadLocal<>();

    IdempotencyMark(IdempotencyTable table) {
        this.table = table;
    }

    /** From here to {@link #end()} acts of this thread belong to a key. */
    void begin(String id) {
        running.set(id);
    }

    void end() {
        running.remove();
    }

    @EventListener({Auditable.class, Acts.class})
    void acted() {
        String id = running.get();
        if (id == null
                || !TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, id);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void beforeCommit(boolean readOnly) {
                table.markActed(id);
            }

            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResourceIfPossible(IdempotencyMark.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(IdempotencyMark.this, id);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(IdempotencyMark.this);
            }
        });
    }
}

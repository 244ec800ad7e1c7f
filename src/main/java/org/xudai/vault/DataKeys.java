package org.xudai.vault;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Data keys, unwrapped. A key that is made in a transaction is everybody's only when that transaction has committed: after
 * a rollback its row is gone, and nothing may be sealed by it.
 */
@Component
class DataKeys {

    private final DataKeyTable table;
    private final KeyEncryption encryption;
    private final KeyCache cache;
    private final Clock clock;

    DataKeys(DataKeyTable table, KeyEncryption encryption, Clock clock) {
        this.table = table;
        this.encryption = encryption;
        this.cache = new KeyCache(clock);
        this.clock = clock;
    }

    /** The keys made in a transaction that is still open. */
    private static final class Made extends ResourceHolderSupport {
        private final Map<KeyOwner, DataKey> keys = new HashMap<>();
    }

    /**
     * Keys of these owners; who has none gets one, where asked for, unless his was destroyed. One read of the database for all
     * that are not at hand.
     */
    Map<KeyOwner, DataKey> of(Collection<KeyOwner> owners, boolean make) {
        Map<KeyOwner, DataKey> keys = new HashMap<>();
        Map<KeyOwner, DataKey> made = madeHere();
        for (KeyOwner owner : owners) {
            DataKey key = made.containsKey(owner) ? made.get(owner) : cache.find(owner);
            if (key != null) {
                keys.put(owner, key);
            }
        }
        Set<KeyOwner> missing =
                owners.stream().filter(owner -> !keys.containsKey(owner)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            read(missing).forEach((owner, key) -> {
                cache.keep(owner, key);
                keys.put(owner, key);
            });
            missing.removeAll(keys.keySet());
        }
        if (make && !missing.isEmpty()) {
            keys.putAll(make(missing));
        }
        return keys;
    }

    /** Destroys a key. Other nodes forget it within {@link KeyCache#LIFE}. */
    void destroy(KeyOwner owner) {
        table.destroy(owner, clock.instant());
        madeHere().remove(owner);
        cache.forget(owner);
    }

    void beginAgain(Collection<KeyOwner> owners) {
        table.destroyed(owners).forEach(cache::forget);
        table.takeAway(owners, clock.instant().minus(KeyCache.LIFE.multipliedBy(2)));
    }

    void requireNotDestroyed(KeyOwner owner) {
        if (!table.find(Set.of(owner)).isEmpty()) {
            throw new DataKeyDestroyed(owner);
        }
    }

    private Map<KeyOwner, DataKey> read(Set<KeyOwner> owners) {
        Map<KeyOwner, DataKey> keys = new HashMap<>();
        for (DataKeyTable.Row row : table.find(owners)) {
            WrappedKey wrapped = row.wrapped();
            if (wrapped != null) {
                keys.put(
                        row.owner(),
                        new DataKey(encryption.unwrap(wrapped, row.owner().name())));
            }
        }
        return keys;
    }

    private Map<KeyOwner, DataKey> make(Set<KeyOwner> owners) {
        List<DataKeyTable.Row> rows = new ArrayList<>();
        for (KeyOwner owner : owners) {
            rows.add(new DataKeyTable.Row(owner, encryption.wrap(DataKey.random(), owner.name())));
        }
        table.insert(rows, clock.instant());
        // somebody else may have been faster: what stands in the table is the key
        Map<KeyOwner, DataKey> keys = read(owners);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            madeInTransaction().keys.putAll(keys);
        } else {
            keys.forEach(cache::keep);
        }
        return keys;
    }

    private Map<KeyOwner, DataKey> madeHere() {
        return TransactionSynchronizationManager.getResource(this) instanceof Made made ? made.keys : new HashMap<>();
    }

    private Made madeInTransaction() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Made made) {
            return made;
        }
        Made made = new Made();
        made.setSynchronizedWithTransaction(true);
        TransactionSynchronizationManager.bindResource(this, made);
        TransactionSynchronizationManager.registerSynchronization(new ResourceHolderSynchronization<>(made, this) {
            @Override
            protected boolean shouldReleaseBeforeCompletion() {
                return false;
            }

            @Override
            protected void processResourceAfterCommit(Made committed) {
                committed.keys.forEach(cache::keep);
            }
        });
        return made;
    }
}

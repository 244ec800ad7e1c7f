package org.xudai.vault;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        private final Map<KeyOwner, Opened> keys = new HashMap<>();
    }

    private record Opened(DataKey key, WrappedKey wrapped) {}

    /**
     * Keys of these owners; who has none gets one, where asked for, unless his was destroyed. One read of the database for all
     * that are not at hand.
     */
    Map<KeyOwner, DataKey> of(Collection<KeyOwner> owners, boolean make) {
        Map<KeyOwner, DataKey> keys = new HashMap<>();
        Map<KeyOwner, Opened> made = madeHere();
        for (KeyOwner owner : owners) {
            Opened here = made.get(owner);
            DataKey key = here == null ? cache.find(owner) : here.key();
            if (key != null) {
                keys.put(owner, key);
            }
        }
        Set<KeyOwner> missing =
                owners.stream().filter(owner -> !keys.containsKey(owner)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            read(missing, Map.of()).forEach((owner, opened) -> keys.put(owner, opened.key()));
            missing.removeAll(keys.keySet());
        }
        if (make && !missing.isEmpty()) {
            make(missing).forEach((owner, opened) -> keys.put(owner, opened.key()));
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

    private void keep(KeyOwner owner, Opened opened) {
        cache.keep(owner, opened.key(), opened.wrapped());
    }

    /** What stands in the table, opened; a row that is one of those just made needs no opening. */
    private Map<KeyOwner, Opened> read(Set<KeyOwner> owners, Map<KeyOwner, Opened> made) {
        Map<KeyOwner, Opened> keys = new HashMap<>();
        Map<KeyOwner, WrappedKey> wrapped = new HashMap<>();
        for (DataKeyTable.Row row : table.find(owners)) {
            WrappedKey stored = row.wrapped();
            Opened own = made.get(row.owner());
            if (stored == null) {
                cache.forget(row.owner());
            } else if (own != null
                    && Arrays.equals(stored.bytes(), own.wrapped().bytes())) {
                keys.put(row.owner(), own);
            } else {
                wrapped.put(row.owner(), stored);
            }
        }
        if (!wrapped.isEmpty()) {
            keys.putAll(opened(wrapped));
        }
        return keys;
    }

    private Map<KeyOwner, Opened> opened(Map<KeyOwner, WrappedKey> wrapped) {
        Map<String, WrappedKey> named = new HashMap<>();
        wrapped.forEach((owner, key) -> named.put(owner.name(), key));
        Map<KeyOwner, Opened> opened = new HashMap<>();
        try {
            Map<String, byte[]> secrets = encryption.unwrap(named);
            wrapped.forEach((owner, key) ->
                    opened.put(owner, new Opened(new DataKey(Objects.requireNonNull(secrets.get(owner.name()))), key)));
            opened.forEach(this::keep);
        } catch (KeyManagementUnavailable e) {
            wrapped.forEach((owner, key) -> {
                DataKey old = cache.findOld(owner, key);
                if (old == null) {
                    throw e;
                }
                opened.put(owner, new Opened(old, key));
            });
        }
        return opened;
    }

    private Map<KeyOwner, Opened> make(Set<KeyOwner> owners) {
        Map<String, byte[]> secrets = new HashMap<>();
        owners.forEach(owner -> secrets.put(owner.name(), DataKey.random()));
        Map<KeyOwner, Opened> made = new HashMap<>();
        encryption
                .wrap(secrets)
                .forEach((name, wrapped) -> made.put(
                        new KeyOwner(name),
                        new Opened(new DataKey(Objects.requireNonNull(secrets.get(name))), wrapped)));
        List<DataKeyTable.Row> rows = new ArrayList<>();
        made.forEach((owner, opened) -> rows.add(new DataKeyTable.Row(owner, opened.wrapped())));
        table.insert(rows, clock.instant());
        // somebody else may have been faster: what stands in the table is the key
        Map<KeyOwner, Opened> keys = read(owners, made);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            madeInTransaction().keys.putAll(keys);
        } else {
            keys.forEach(this::keep);
        }
        return keys;
    }

    private Map<KeyOwner, Opened> madeHere() {
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
                committed.keys.forEach(DataKeys.this::keep);
            }
        });
        return made;
    }
}

package org.xudai.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Unwrapped data keys that were used lately: bounded in number and in time, so that a destroyed key is soon forgotten. While the
 * key management system is away an old one still serves, as long as its row says that it is the same.
 */
final class KeyCache {

    /** How long a key is kept. */
    static final Duration LIFE = Duration.ofMinutes(5);

    /** How long after its life a key serves while the key management system is away. */
    static final Duration GRACE = Duration.ofHours(1);

    private static final int MOST = 4096;

    private final Clock clock;
    private final Map<KeyOwner, Kept> keys = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<KeyOwner, Kept> eldest) {
            return size() > MOST;
        }
    };

    KeyCache(Clock clock) {
        this.clock = clock;
    }

    private record Kept(DataKey key, WrappedKey wrapped, Instant until) {}

    @Nullable
    DataKey find(KeyOwner owner) {
        Instant now = clock.instant();
        synchronized (keys) {
            Kept kept = keys.get(owner);
            return kept == null || now.isAfter(kept.until()) ? null : kept.key();
        }
    }

    /** The key that this row wraps, though its life is over. */
    @Nullable
    DataKey findOld(KeyOwner owner, WrappedKey wrapped) {
        Instant now = clock.instant();
        synchronized (keys) {
            Kept kept = keys.get(owner);
            return kept == null
                            || now.isAfter(kept.until().plus(GRACE))
                            || !Arrays.equals(kept.wrapped().bytes(), wrapped.bytes())
                    ? null
                    : kept.key();
        }
    }

    void keep(KeyOwner owner, DataKey key, WrappedKey wrapped) {
        Instant until = clock.instant().plus(LIFE);
        synchronized (keys) {
            keys.put(owner, new Kept(key, wrapped, until));
        }
    }

    void forget(KeyOwner owner) {
        synchronized (keys) {
            keys.remove(owner);
        }
    }
}

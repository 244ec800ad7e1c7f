package org.xudai.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Unwrapped data keys that were used lately: bounded in number and in time, so that a destroyed key is soon forgotten. */
final class KeyCache {

    /** How long a key is kept. */
    static final Duration LIFE = Duration.ofMinutes(5);

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

    private record Kept(DataKey key, Instant until) {}

    @Nullable
    DataKey find(KeyOwner owner) {
        Instant now = clock.instant();
        synchronized (keys) {
            Kept kept = keys.get(owner);
            if (kept == null) {
                return null;
            }
            if (now.isAfter(kept.until())) {
                keys.remove(owner);
                return null;
            }
            return kept.key();
        }
    }

    void keep(KeyOwner owner, DataKey key) {
        Instant until = clock.instant().plus(LIFE);
        synchronized (keys) {
            keys.put(owner, new Kept(key, until));
        }
    }

    void forget(KeyOwner owner) {
        synchronized (keys) {
            keys.remove(owner);
        }
    }
}

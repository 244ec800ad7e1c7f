package org.xudai.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Starts at 2026-11-23 15:00 in Shanghai. */
public final class MovableClock extends Clock {

    /** Where every test starts. */
    public static final Instant START = Instant.parse("2026-11-23T07:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    /** Moves on by a duration. */
    public void advance(Duration by) {
        now.updateAndGet(moment -> moment.plus(by));
    }

    /** Sets a moment, back or forth. */
    public void set(Instant moment) {
        now.set(moment);
    }

    /** Back to the start. */
    public void reset() {
        now.set(START);
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}

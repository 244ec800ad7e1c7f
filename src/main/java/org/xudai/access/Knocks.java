package org.xudai.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How often somebody knocked at a door since his window began, counted in the database, so that all nodes count together.
 * Who it was is kept as a hash.
 */
@Component
class Knocks {

    private final JdbcClient jdbc;
    private final LimitSettings settings;
    private final Clock clock;

    Knocks(JdbcClient jdbc, LimitSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Counts a knock.
     *
     * @param door name of the door and of what is counted, e.g. {@code upload/case}
     * @param who whom it is counted for
     * @param most knocks a window lets in
     * @return how long to wait where it was one too many
     */
    Optional<Duration> count(String door, String who, int most) {
        Timestamp now = Timestamp.from(clock.instant());
        Timestamp ended = Timestamp.from(clock.instant().minus(settings.window()));
        return jdbc.sql("""
                        insert into knock (door, who, began_at, knocks) values (?, ?, ?, 1)
                        on conflict (door, who) do update set
                            knocks = case when knock.began_at <= ? then 1 else knock.knocks + 1 end,
                            began_at = case when knock.began_at <= ? then excluded.began_at else knock.began_at end
                        returning knocks, began_at
                        """)
                .params(door, Tokens.hash(who), now, ended, ended)
                .query((row, number) -> wait(
                        row.getInt("knocks") > most,
                        row.getTimestamp("began_at").toInstant()))
                .single();
    }

    /** How long to wait where the window is full; counts nothing. */
    Optional<Duration> full(String door, String who, int most) {
        return jdbc.sql("select knocks, began_at from knock where door = ? and who = ? and began_at > ?")
                .params(door, Tokens.hash(who), Timestamp.from(clock.instant().minus(settings.window())))
                .query((row, number) -> wait(
                        row.getInt("knocks") >= most,
                        row.getTimestamp("began_at").toInstant()))
                .optional()
                .flatMap(found -> found);
    }

    private Optional<Duration> wait(boolean tooMany, Instant began) {
        Duration left = Duration.between(clock.instant(), began.plus(settings.window()));
        return tooMany
                ? Optional.of(left.compareTo(Duration.ZERO) > 0 ? left : Duration.ofSeconds(1))
                : Optional.empty();
    }

    /** Windows that have ended say nothing any more. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 3_600_000)
    void forgetEnded() {
        jdbc.sql("delete from knock where began_at <= ?")
                .param(Timestamp.from(clock.instant().minus(settings.window())))
                .update();
    }
}

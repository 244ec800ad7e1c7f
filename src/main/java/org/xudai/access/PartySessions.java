package org.xudai.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.PartyId;

/**
 * Sessions of parties, apart from those of staff: one person, one case, ended after {@code xudai.access.party-idle}
 * without a request. The token is the cookie's value in the portal and the bearer token of {@code /api/v1/my}.
 */
@Component
public class PartySessions {

    private final JdbcClient jdbc;
    private final AccessSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PartySessions(JdbcClient jdbc, AccessSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a session; gives its token, 128 random bits, base64url. */
    @Transactional
    public String open(PartySession session) {
        String token = Tokens.mint();
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("insert into party_session values (?, ?, ?, ?, ?)")
                .params(
                        Tokens.hash(token),
                        session.caseNumber().value(),
                        session.party().value(),
                        now,
                        now)
                .update();
        return token;
    }

    /** The session of a token, extended by this request; nothing where it is unknown or has ended. */
    public Optional<PartySession> use(String token) {
        return jdbc.sql("""
                        update party_session set seen_at = ? where token_hash = ? and seen_at > ?
                        returning case_number, party_id
                        """)
                .params(
                        Timestamp.from(clock.instant()),
                        Tokens.hash(token),
                        Timestamp.from(clock.instant().minus(settings.partyIdle())))
                .query((row, number) -> new PartySession(
                        new CaseNumber(row.getString("case_number")),
                        new PartyId(row.getObject("party_id", UUID.class))))
                .optional();
    }

    /** When a session that is not used again ends. */
    public Instant endsAt() {
        return clock.instant().plus(settings.partyIdle());
    }

    /** Ends a session. */
    @Transactional
    public void end(String token) {
        jdbc.sql("delete from party_session where token_hash = ? returning case_number, party_id")
                .param(Tokens.hash(token))
                .query((row, number) -> new PartySession(
                        new CaseNumber(row.getString("case_number")),
                        new PartyId(row.getObject("party_id", UUID.class))))
                .optional()
                .ifPresent(ended -> events.publishEvent(new InvitationEvent(
                        ended.caseNumber(), ended.party(), "signed-out", Actor.party(ended.party()), "")));
    }
}

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

/** Invitations in the database: hashes only, so that a copy of it opens no door. */
@Component
class InvitationTable implements Invitations {

    private final JdbcClient jdbc;
    private final AccessSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InvitationTable(JdbcClient jdbc, AccessSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Invitation mint(CaseNumber caseNumber, PartyId party, Instant validUntil, Actor by) {
        String token = Tokens.mint();
        jdbc.sql("insert into invitation values (?, ?, ?, ?, ?, null)")
                .params(
                        Tokens.hash(token),
                        caseNumber.value(),
                        party.value(),
                        Timestamp.from(clock.instant()),
                        Timestamp.from(validUntil))
                .update();
        events.publishEvent(new InvitationEvent(caseNumber, party, "link-minted", by, ""));
        return new Invitation(settings.publicUrl().resolve("/i/" + token), token, validUntil);
    }

    @Override
    public Optional<PartySession> resolve(String token) {
        return jdbc.sql("""
                        select case_number, party_id from invitation
                        where token_hash = ? and revoked_at is null and valid_until > ?
                        """)
                .params(Tokens.hash(token), Timestamp.from(clock.instant()))
                .query((row, number) -> new PartySession(
                        new CaseNumber(row.getString("case_number")),
                        new PartyId(row.getObject("party_id", UUID.class))))
                .optional();
    }

    @Override
    @Transactional
    public void revoke(CaseNumber caseNumber, PartyId party, Actor by) {
        jdbc.sql("""
                        update invitation set revoked_at = ?
                        where case_number = ? and party_id = ? and revoked_at is null
                        """)
                .params(Timestamp.from(clock.instant()), caseNumber.value(), party.value())
                .update();
        jdbc.sql("delete from party_session where case_number = ? and party_id = ?")
                .params(caseNumber.value(), party.value())
                .update();
        events.publishEvent(new InvitationEvent(caseNumber, party, "link-revoked", by, ""));
    }

    @Override
    @Transactional
    public void noteHandedOver(CaseNumber caseNumber, PartyId party, String how, Actor by) {
        events.publishEvent(new InvitationEvent(caseNumber, party, "link-handed-over", by, how));
    }
}

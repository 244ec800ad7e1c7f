package org.xudai.loanbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.audit.Actor;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.Masked;
import org.xudai.kernel.MobileNumber;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.ResidentId;
import org.xudai.kernel.StaffId;

/** The parties in the database. */
@Component
class PartyTable implements Parties {

    /** After a change of number nothing is sent for a day, so that a wrongly changed one can still be stopped. */
    private static final Duration PAUSE = Duration.ofHours(24);

    private static final String PARTIES = """
            select p.*, (select string_agg(role, ',') from party_role r where r.party_id = p.id) as roles from party p
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PartyTable(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Party> ofLoan(LoanNumber loan) {
        return jdbc.sql(PARTIES + """
                        join loan l on l.customer_number = p.customer_number
                        where l.number = ? and (p.loan_number is null or p.loan_number = l.number)
                        order by p.loan_number nulls first, p.name, p.id
                        """)
                .param(loan.value())
                .query((row, number) -> party(row))
                .list();
    }

    @Override
    public Optional<Party> find(PartyId id) {
        return jdbc.sql(PARTIES + " where p.id = ?")
                .param(id.value())
                .query((row, number) -> party(row))
                .optional();
    }

    @Override
    @Transactional
    public List<FieldProblem> register(LoanNumber loan, List<NewParty> parties, Actor by) {
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            problems.addAll(problems("parties[" + i + "].", parties.get(i)));
        }
        if (problems.isEmpty()) {
            parties.forEach(party -> register(loan, party, by));
        }
        return problems;
    }

    @Override
    @Transactional
    public void noteCallBack(PartyId id, MobileNumber number, StaffId by) {
        Party party = find(id).orElseThrow();
        boolean changed = !number.equals(party.mobile());
        jdbc.sql("""
                        update party set mobile = ?, standing = ?, called_back_by = ?,
                            sending_paused_until = coalesce(?, sending_paused_until)
                        where id = ?
                        """)
                .params(Arrays.asList(
                        number.value(),
                        NumberStanding.CALLED_BACK.name(),
                        by.value(),
                        changed ? Timestamp.from(clock.instant().plus(PAUSE)) : null,
                        id.value()))
                .update();
        events.publishEvent(PartyChanged.number(id, "loanbook.number-called-back", Actor.staff(by), number));
    }

    @Override
    @Transactional
    public boolean confirmNumber(PartyId id, StaffId by) {
        int confirmed = jdbc.sql("""
                        update party set standing = ? where id = ? and standing = ? and called_back_by <> ?
                        """)
                .params(NumberStanding.TWO_OFFICERS.name(), id.value(), NumberStanding.CALLED_BACK.name(), by.value())
                .update();
        if (confirmed == 1) {
            events.publishEvent(PartyChanged.plain(id, "loanbook.number-confirmed", Actor.staff(by)));
        }
        return confirmed == 1;
    }

    /**
     * Adds a party of the borrower, or updates the one of that role and name. A number that officers verified or called is
     * changed by them alone; any other changed number is unverified, and nothing is sent to it for a day.
     */
    PartyId keep(
            String customerNumber,
            @Nullable LoanNumber loan,
            Set<PartyRole> roles,
            String name,
            @Nullable ResidentId residentId,
            @Nullable MobileNumber mobile,
            NumberStanding standing,
            @Nullable String email,
            @Nullable PartyId spouseOf,
            boolean actsForSigner,
            Actor by) {
        Optional<UUID> known = jdbc.sql("""
                        select p.id from party p join party_role r on r.party_id = p.id
                        where p.customer_number = ? and p.name = ? and r.role = any(?)
                            and p.loan_number is not distinct from ? limit 1
                        """)
                .params(Arrays.asList(
                        customerNumber,
                        name,
                        roles.stream().map(Enum::name).toArray(String[]::new),
                        loan == null ? null : loan.value()))
                .query(UUID.class)
                .optional();
        UUID id = known.orElseGet(UUID::randomUUID);
        boolean changed = mobile != null
                && known.flatMap(found -> find(new PartyId(found)))
                        .filter(party -> party.mobile() != null && !mobile.equals(party.mobile()))
                        .isPresent();
        jdbc.sql("""
                        insert into party (id, customer_number, loan_number, name, resident_id, mobile, standing, email,
                            spouse_of, acts_for_signer)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set
                            resident_id = coalesce(excluded.resident_id, party.resident_id),
                            standing = case when excluded.mobile is null or excluded.mobile = party.mobile
                                    or party.standing in ('TWO_OFFICERS', 'CALLED_BACK') then party.standing
                                when party.mobile is null then excluded.standing
                                else 'UNVERIFIED' end,
                            sending_paused_until = case when excluded.mobile <> party.mobile
                                    and party.standing not in ('TWO_OFFICERS', 'CALLED_BACK') then ?
                                else party.sending_paused_until end,
                            mobile = case when party.standing in ('TWO_OFFICERS', 'CALLED_BACK') then party.mobile
                                else coalesce(excluded.mobile, party.mobile) end,
                            email = coalesce(excluded.email, party.email),
                            spouse_of = coalesce(excluded.spouse_of, party.spouse_of),
                            acts_for_signer = excluded.acts_for_signer
                        """)
                .params(Arrays.asList(
                        id,
                        customerNumber,
                        loan == null ? null : loan.value(),
                        name,
                        residentId == null ? null : residentId.value(),
                        mobile == null ? null : mobile.value(),
                        standing.name(),
                        email,
                        spouseOf == null ? null : spouseOf.value(),
                        actsForSigner,
                        Timestamp.from(clock.instant().plus(PAUSE))))
                .update();
        if (changed && mobile != null) {
            events.publishEvent(PartyChanged.number(new PartyId(id), "loanbook.number-entered", by, mobile));
        }
        roles.forEach(role -> jdbc.sql("insert into party_role values (?, ?) on conflict do nothing")
                .params(id, role.name())
                .update());
        return new PartyId(id);
    }

    private void register(LoanNumber loan, NewParty entered, Actor by) {
        String customerNumber = jdbc.sql("select customer_number from loan where number = ?")
                .param(loan.value())
                .query(String.class)
                .single();
        boolean ofTheLoan =
                switch (entered.role()) {
                    case GUARANTOR, MORTGAGOR, SPOUSE -> true;
                    case SIGNER, CONTACT, SHAREHOLDER -> false;
                };
        String mobile = entered.mobile();
        String residentId = entered.residentId();
        String email = entered.email();
        PartyId spouseOf = entered.spouseOf() == null
                ? null
                : ofLoan(loan).stream()
                        .filter(party -> party.name().equals(entered.spouseOf()))
                        .map(Party::id)
                        .findFirst()
                        .orElse(null);
        PartyId id = keep(
                customerNumber,
                ofTheLoan ? loan : null,
                Set.of(entered.role()),
                entered.name().strip(),
                residentId == null || residentId.isBlank() ? null : new ResidentId(residentId.strip()),
                mobile == null || mobile.isBlank() ? null : new MobileNumber(mobile.strip()),
                NumberStanding.UNVERIFIED,
                email == null || email.isBlank() ? null : email.strip(),
                spouseOf,
                entered.actsForSigner(),
                by);
        events.publishEvent(PartyChanged.plain(id, "loanbook.party-registered", by));
    }

    private static List<FieldProblem> problems(String prefix, NewParty party) {
        List<FieldProblem> problems = new ArrayList<>();
        if (party.name().isBlank() || party.name().length() > 100) {
            problems.add(new FieldProblem(prefix + "name", "name-missing", ""));
        }
        String residentId = party.residentId();
        if (residentId != null && !residentId.isBlank() && !ResidentId.isValid(residentId.strip())) {
            problems.add(new FieldProblem(
                    prefix + "residentId",
                    "resident-id-wrong",
                    Masked.text(residentId).shown()));
        }
        String mobile = party.mobile();
        if (mobile != null && !mobile.isBlank() && !mobile.strip().matches("1[3-9][0-9]{9}")) {
            problems.add(new FieldProblem(
                    prefix + "mobile", "mobile-wrong", Masked.text(mobile).shown()));
        }
        String email = party.email();
        if (email != null && !email.isBlank() && !email.strip().matches(RowReader.MAIL)) {
            problems.add(new FieldProblem(
                    prefix + "email", "email-wrong", Masked.text(email).shown()));
        }
        return problems;
    }

    private static Party party(ResultSet row) throws SQLException {
        String roles = row.getString("roles");
        String residentId = row.getString("resident_id");
        String mobile = row.getString("mobile");
        var paused = row.getTimestamp("sending_paused_until");
        UUID spouseOf = row.getObject("spouse_of", UUID.class);
        return new Party(
                new PartyId(row.getObject("id", UUID.class)),
                Arrays.stream((roles == null ? "" : roles).split(","))
                        .filter(role -> !role.isEmpty())
                        .map(PartyRole::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("name"),
                residentId == null ? null : new ResidentId(residentId),
                mobile == null ? null : new MobileNumber(mobile),
                NumberStanding.valueOf(row.getString("standing")),
                paused == null ? null : paused.toInstant(),
                row.getString("email"),
                Locale.forLanguageTag(row.getString("language")),
                spouseOf == null ? null : new PartyId(spouseOf),
                row.getBoolean("acts_for_signer"));
    }
}

package org.xudai.loanbook;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    private final JdbcClient jdbc;
    private final PartyRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PartyTable(JdbcClient jdbc, PartyRows rows, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Party> ofLoan(LoanNumber loan) {
        return rows.ofLoan(loan);
    }

    @Override
    public Optional<Party> find(PartyId id) {
        return rows.find(id);
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
        rows.noteCallBack(id, number, by, changed ? clock.instant().plus(PAUSE) : null);
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

    /** Keeps what a batch of an import names: those of borrowers without parties in one go, the others one by one. */
    void keepImported(List<ImportedParties> imported, Actor by) {
        Set<String> met = rows.customersWithParties(
                imported.stream().map(ImportedParties::customerNumber).toList());
        List<PartyRows.Entry> added = new ArrayList<>();
        List<ImportedParties> known = new ArrayList<>();
        for (ImportedParties of : imported) {
            if (met.add(of.customerNumber())) {
                of.people().forEach(person -> added.add(new PartyRows.Entry(of.customerNumber(), null, added(person))));
            } else {
                known.add(of);
            }
        }
        rows.write(added);
        known.forEach(of -> of.people()
                .forEach(person -> keep(
                        of.customerNumber(),
                        null,
                        person.roles(),
                        person.name(),
                        person.residentId(),
                        person.mobile(),
                        person.standing(),
                        person.email(),
                        null,
                        false,
                        by)));
    }

    private static Party added(ImportedParties.Person person) {
        return new Party(
                new PartyId(UUID.randomUUID()),
                person.roles(),
                person.name(),
                person.residentId(),
                person.mobile(),
                person.standing(),
                null,
                person.email(),
                Locale.SIMPLIFIED_CHINESE,
                null,
                false);
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
        Optional<Party> known = rows.lockOneOf(customerNumber, loan, roles, name);
        PartyId id = known.map(Party::id).orElseGet(() -> new PartyId(UUID.randomUUID()));
        MobileNumber before = known.map(Party::mobile).orElse(null);
        NumberStanding stood = known.map(Party::standing).orElse(standing);
        boolean changed = mobile != null && before != null && !mobile.equals(before);
        boolean held =
                known.isPresent() && (stood == NumberStanding.TWO_OFFICERS || stood == NumberStanding.CALLED_BACK);
        NumberStanding stands;
        if (mobile == null || held || mobile.equals(before)) {
            stands = stood;
        } else {
            stands = before == null ? standing : NumberStanding.UNVERIFIED;
        }
        Party party = new Party(
                id,
                roles,
                name,
                residentId == null ? known.map(Party::residentId).orElse(null) : residentId,
                held || mobile == null ? before : mobile,
                stands,
                changed && !held
                        ? clock.instant().plus(PAUSE)
                        : known.map(Party::sendingPausedUntil).orElse(null),
                email == null ? known.map(Party::email).orElse(null) : email,
                known.map(Party::language).orElse(Locale.SIMPLIFIED_CHINESE),
                spouseOf == null ? known.map(Party::spouseOf).orElse(null) : spouseOf,
                actsForSigner);
        rows.write(List.of(new PartyRows.Entry(customerNumber, loan, party)));
        if (changed && mobile != null) {
            events.publishEvent(PartyChanged.number(id, "loanbook.number-entered", by, mobile));
        }
        return id;
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
}

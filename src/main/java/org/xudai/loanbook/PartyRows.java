package org.xudai.loanbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.MobileNumber;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.ResidentId;
import org.xudai.kernel.StaffId;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.SealedTable;
import org.xudai.vault.SearchHashes;
import org.xudai.vault.Unopened;
import org.xudai.vault.Vault;

/** Rows of parties: ID number, mobile and mail address sealed with the borrower's key, found by their hashes. */
@Component
class PartyRows {

    private static final String PARTIES = """
            select p.*, (select string_agg(role, ',') from party_role r where r.party_id = p.id) as roles from party p
            """;

    private static final SealedTable SEALED = new PartySealing();

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Vault vault;
    private final SearchHashes hashes;

    PartyRows(JdbcClient jdbc, JdbcOperations batches, Vault vault, SearchHashes hashes) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vault = vault;
        this.hashes = hashes;
    }

    List<Party> ofLoan(LoanNumber loan) {
        return vault.open(jdbc.sql(PARTIES + """
                        join loan l on l.customer_number = p.customer_number
                        where l.number = ? and (p.loan_number is null or p.loan_number = l.number)
                        order by p.loan_number nulls first, p.name, p.id
                        """)
                .param(loan.value())
                .query((row, number) -> party(row))
                .list());
    }

    Optional<Party> find(PartyId id) {
        return jdbc.sql(PARTIES + " where p.id = ?")
                .param(id.value())
                .query((row, number) -> party(row))
                .optional()
                .map(row -> row.opening().apply(vault));
    }

    /** The party of that name in one of the roles, held until the end of the transaction. */
    Optional<Party> lockOneOf(String customerNumber, @Nullable LoanNumber loan, Set<PartyRole> roles, String name) {
        return jdbc.sql(PARTIES + """
                        where p.customer_number = ? and p.name = ? and p.loan_number is not distinct from ?
                            and exists (select 1 from party_role r where r.party_id = p.id and r.role = any(?))
                        order by p.id limit 1 for update of p
                        """)
                .params(Arrays.asList(
                        customerNumber,
                        name,
                        loan == null ? null : loan.value(),
                        roles.stream().map(Enum::name).toArray(String[]::new)))
                .query((row, number) -> party(row))
                .optional()
                .map(row -> row.opening().apply(vault));
    }

    /**
     * A party as it is to stand in the tables.
     *
     * @param loan the loan it belongs to, or null for a party of the borrower
     */
    record Entry(String customerNumber, @Nullable LoanNumber loan, Party party) {}

    /** Those of the borrowers who have parties; the set is the caller's. */
    Set<String> customersWithParties(List<String> customerNumbers) {
        return new HashSet<>(jdbc.sql("select distinct customer_number from party where customer_number = any(?)")
                .param(customerNumbers.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Adds the rows and their roles, or brings them to this. */
    void write(List<Entry> entries) {
        batches.batchUpdate("""
                        insert into party (id, customer_number, loan_number, name, resident_id, mobile, standing, email,
                            spouse_of, acts_for_signer, sending_paused_until, resident_id_hash, mobile_hash,
                            mobile_tail_hash, sealed_under)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set resident_id = excluded.resident_id, mobile = excluded.mobile,
                            standing = excluded.standing, email = excluded.email, spouse_of = excluded.spouse_of,
                            acts_for_signer = excluded.acts_for_signer,
                            sending_paused_until = excluded.sending_paused_until,
                            resident_id_hash = excluded.resident_id_hash, mobile_hash = excluded.mobile_hash,
                            mobile_tail_hash = excluded.mobile_tail_hash, sealed_under = excluded.sealed_under
                        """, entries.stream().map(this::values).toList());
        batches.batchUpdate(
                "insert into party_role values (?, ?) on conflict do nothing",
                entries.stream()
                        .map(Entry::party)
                        .flatMap(party -> party.roles().stream()
                                .map(role -> new Object[] {party.id().value(), role.name()}))
                        .toList());
    }

    private @Nullable Object[] values(Entry entry) {
        Party party = entry.party();
        KeyOwner owner = KeyOwner.ofBorrower(entry.customerNumber());
        LoanNumber loan = entry.loan();
        ResidentId residentId = party.residentId();
        MobileNumber mobile = party.mobile();
        Instant paused = party.sendingPausedUntil();
        PartyId spouseOf = party.spouseOf();
        return new @Nullable Object[] {
            party.id().value(),
            entry.customerNumber(),
            loan == null ? null : loan.value(),
            party.name(),
            sealed(owner, PartySealing.RESIDENT_ID, party, residentId == null ? null : residentId.value()),
            sealed(owner, PartySealing.MOBILE, party, mobile == null ? null : mobile.value()),
            party.standing().name(),
            sealed(owner, PartySealing.EMAIL, party, party.email()),
            spouseOf == null ? null : spouseOf.value(),
            party.actsForSigner(),
            paused == null ? null : Timestamp.from(paused),
            residentId == null ? null : hashes.hash(PartySealing.RESIDENT_ID, residentId.value()),
            mobile == null ? null : hashes.hash(PartySealing.MOBILE, mobile.value()),
            mobile == null ? null : hashes.hash(PartySealing.TAIL, PartySealing.tail(mobile.value())),
            vault.sealedUnder()
        };
    }

    /** Notes a number that an officer called; nothing is sent to a changed one until then. */
    void noteCallBack(PartyId id, MobileNumber number, StaffId by, @Nullable Instant pausedUntil) {
        KeyOwner owner = KeyOwner.ofBorrower(jdbc.sql("select customer_number from party where id = ?")
                .param(id.value())
                .query(String.class)
                .single());
        jdbc.sql("""
                        update party set mobile = ?, mobile_hash = ?, mobile_tail_hash = ?, standing = ?,
                            called_back_by = ?, sending_paused_until = coalesce(?, sending_paused_until)
                        where id = ?
                        """)
                .params(Arrays.asList(
                        vault.seal(SEALED.cell(owner, PartySealing.MOBILE, id), number.value()),
                        hashes.hash(PartySealing.MOBILE, number.value()),
                        hashes.hash(PartySealing.TAIL, PartySealing.tail(number.value())),
                        NumberStanding.CALLED_BACK.name(),
                        by.value(),
                        pausedUntil == null ? null : Timestamp.from(pausedUntil),
                        id.value()))
                .update();
    }

    private @Nullable String sealed(KeyOwner owner, String column, Party party, @Nullable String value) {
        return value == null ? null : vault.seal(SEALED.cell(owner, column, party.id()), value);
    }

    private static Unopened<Party> party(ResultSet row) throws SQLException {
        KeyOwner owner = KeyOwner.ofBorrower(row.getString("customer_number"));
        PartyId id = new PartyId(row.getObject("id", UUID.class));
        String roleNames = row.getString("roles");
        Set<PartyRole> roles = Arrays.stream((roleNames == null ? "" : roleNames).split(","))
                .filter(role -> !role.isEmpty())
                .map(PartyRole::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        String name = row.getString("name");
        String residentId = row.getString(PartySealing.RESIDENT_ID);
        String mobile = row.getString(PartySealing.MOBILE);
        NumberStanding standing = NumberStanding.valueOf(row.getString("standing"));
        var paused = row.getTimestamp("sending_paused_until");
        String email = row.getString(PartySealing.EMAIL);
        Locale language = Locale.forLanguageTag(row.getString("language"));
        UUID spouseOf = row.getObject("spouse_of", UUID.class);
        boolean actsForSigner = row.getBoolean("acts_for_signer");
        return new Unopened<>(
                owner,
                opening -> new Party(
                        id,
                        roles,
                        name,
                        residentId == null
                                ? null
                                : new ResidentId(
                                        opening.open(SEALED.cell(owner, PartySealing.RESIDENT_ID, id), residentId)),
                        mobile == null
                                ? null
                                : new MobileNumber(opening.open(SEALED.cell(owner, PartySealing.MOBILE, id), mobile)),
                        standing,
                        paused == null ? null : paused.toInstant(),
                        email == null ? null : opening.open(SEALED.cell(owner, PartySealing.EMAIL, id), email),
                        language,
                        spouseOf == null ? null : new PartyId(spouseOf),
                        actsForSigner));
    }
}

package org.xudai.loanbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.access.BranchScope;
import org.xudai.kernel.LoanNumber;
import org.xudai.testing.EmbeddedDatabase;
import org.xudai.vault.SealedTable;
import org.xudai.vault.TestKeys;
import org.xudai.vault.Vault;

/** A loan book that a release without a vault left: read as before, then sealed while the system works. */
class OldVersionTests {

    private static final String BEFORE_THE_VAULT = "20261125114014";
    private static final UUID CHEN = UUID.fromString("00000000-0000-4000-8000-000000000117");
    private static final List<String> PERSONAL =
            List.of("91350100M000100Y43", "11010519491231002X", "19900000117", "chen@example.com");
    private static final SealedTable[] TABLES = {new BorrowerSealing(), new LoanSealing(), new PartySealing()};

    private final DataSource database = EmbeddedDatabase.freshOfVersion(BEFORE_THE_VAULT);
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Vault vault = TestKeys.vault(database);
    private final LoanTable loans = new LoanTable(
            jdbc, new LoanBookSettings(Set.of("网贷通"), Period.ofMonths(12)), event -> {}, vault, TestKeys.hashes());
    private final PartyRows parties = new PartyRows(jdbc, new JdbcTemplate(database), vault, TestKeys.hashes());

    @BeforeEach
    void anOldLoanBookComesToThisVersion() {
        jdbc.sql("insert into borrower values ('C810117', '武夷山云溪茶业有限责任公司', '91350100M000100Y43', 'SMALL')")
                .update();
        jdbc.sql("""
                        insert into loan (number, customer_number, product, currency, amount, balance, annual_rate, issued_on,
                            matures_on, classification, days_overdue, branch, row_hash)
                        values ('JJ2025000117', 'C810117', '经营快贷', 'CNY', 300000, 300000, 3.5, '2026-01-12', '2027-01-12',
                            '正常', 0, '35070201', 'abc')
                        """).update();
        jdbc.sql("""
                        insert into party (id, customer_number, name, resident_id, mobile, standing, email)
                        values (?, 'C810117', '陈志明', '11010519491231002X', '19900000117', 'NAMES_AGREE', 'chen@example.com')
                        """).param(CHEN).update();
        jdbc.sql("insert into party_role values (?, 'SIGNER')").param(CHEN).update();
        EmbeddedDatabase.migrate(database, "latest");
    }

    @Test
    void isReadAndSearchedBeforeItIsSealed() {
        assertThat(content()).contains(PERSONAL);
        readAsBefore();
    }

    @Test
    void holdsNoPersonalNumberInClearOnceItIsSealedAndIsReadAndSearchedAsBefore() {
        assertThat(TestKeys.seal(database, TABLES)).isEqualTo(3);

        assertThat(content()).contains("xv1:").doesNotContain(PERSONAL);
        readAsBefore();
        assertThat(TestKeys.seal(database, TABLES)).as("nothing is left to do").isZero();
    }

    @Test
    void aRowThatSomebodyIsAtIsSealedInTheNextRound() throws SQLException {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select * from party for update");

            assertThat(TestKeys.seal(database, TABLES)).isEqualTo(2);
            other.rollback();
        }

        assertThat(TestKeys.seal(database, TABLES)).isEqualTo(1);
        readAsBefore();
    }

    @Test
    void aRowThatANodeOfTheOldReleaseWritesMeanwhileIsSealedToo() {
        TestKeys.seal(database, TABLES);
        jdbc.sql("insert into borrower values ('C2', '二号茶厂', '914403001922038216', 'MICRO')")
                .update();

        assertThat(TestKeys.seal(database, TABLES)).isEqualTo(1);
        assertThat(content()).doesNotContain("914403001922038216");
    }

    private void readAsBefore() {
        Loan loan = loans.find(new LoanNumber("JJ2025000117")).orElseThrow();
        assertThat(loan.borrower().creditCode().value()).isEqualTo("91350100M000100Y43");
        Party chen = parties.ofLoan(loan.number()).get(0);
        assertThat(Objects.requireNonNull(chen.residentId()).value()).isEqualTo("11010519491231002X");
        assertThat(Objects.requireNonNull(chen.mobile()).value()).isEqualTo("19900000117");
        assertThat(chen.email()).isEqualTo("chen@example.com");
        for (String text : List.of("0117", "19900000117", "11010519491231002x", "91350100M000100Y43", "云溪", "陈志明")) {
            assertThat(found(text)).as(text).containsExactly(loan.number());
        }
        for (String text : List.of("0118", "19900000118", "440524188001010014", "914403001922038216")) {
            assertThat(found(text)).as(text).isEmpty();
        }
    }

    private List<LoanNumber> found(String text) {
        return loans.search(new LoanQuery(new BranchScope(true, Set.of()), null, null, text, 0, 10)).items().stream()
                .map(Loan::number)
                .toList();
    }

    /** All that a copy of the three tables shows. */
    private String content() {
        return String.join("\n", jdbc.sql("""
                                select b::text from borrower b union all select l::text from loan l
                                union all select p::text from party p
                                """).query(String.class).list());
    }
}

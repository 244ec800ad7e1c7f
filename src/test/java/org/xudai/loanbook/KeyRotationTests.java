package org.xudai.loanbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.xudai.access.BranchScope;
import org.xudai.vault.KeysCommand;
import org.xudai.vault.SearchHashes;
import org.xudai.vault.TestKeys;
import org.xudai.vault.Vault;

/** The keys of a filled loan book are changed for new ones while it is read and searched. */
class KeyRotationTests {

    private final LoanBookFixture book = new LoanBookFixture();
    private String told = "";

    @BeforeEach
    void aLoanIsImported() {
        assertThat(book.importing(LoanBookFixture.file(LoanBookFixture.goodRow()))
                        .rejected())
                .isEmpty();
    }

    @Test
    void afterARotationTheOldKeysMayBeTakenAwayAndEverythingIsReadWithTheNewOnes() {
        Path wrapping = TestKeys.path("K1", "K2");
        Path hashing = TestKeys.path("H1", "H2");

        assertThat(keys("status", wrapping, hashing)).as(told).isEqualTo(1);
        assertThat(told)
                .contains("key-encryption key K1: ", " rows still need it; keep it")
                .contains("key-encryption key K2: in use, 0 rows");
        assertThat(keys("rotate", wrapping, hashing)).as(told).isZero();
        assertThat(told)
                .contains("key-encryption key K1: no longer needed, may be taken away")
                .contains("search-hash key H1: no longer needed, may be taken away");

        assertThat(keys("status", TestKeys.path("K2"), TestKeys.path("H2")))
                .as(told)
                .isZero();
        isReadAndSearched(TestKeys.vault(book.database, "K2"), TestKeys.hashes("H2"));
        assertThat(book.importing(LoanBookFixture.file(LoanBookFixture.goodRow()))
                        .unchanged())
                .as("a row known under the old keys")
                .isEqualTo(1);
    }

    @Test
    void midwayBothKeysReadAndFind() {
        Vault both = TestKeys.vault(book.database, "K1", "K2");
        SearchHashes bothHashes = TestKeys.hashes("H1", "H2");

        isReadAndSearched(both, bothHashes);
    }

    @Test
    void whatSomebodyIsAtIsLeftAndToldAndDoneNextTime() throws SQLException {
        Path wrapping = TestKeys.path("K1", "K2");
        Path hashing = TestKeys.path("H1", "H2");
        try (Connection other = book.database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select * from data_key for update");
            statement.execute("select * from party for update");

            assertThat(keys("rotate", wrapping, hashing)).as(told).isEqualTo(1);
            assertThat(told).contains("key-encryption key K1: ", "search-hash key H1: ", "still need it");
            other.rollback();
        }

        assertThat(keys("rotate", wrapping, hashing)).as(told).isZero();
    }

    @Test
    void aKeyTakenAwayTooEarlyIsNamed() {
        assertThat(keys("status", TestKeys.path("K1"), TestKeys.path("H1")))
                .as(told)
                .isZero();

        assertThat(keys("rotate", TestKeys.path("K2"), TestKeys.path("H1"))).isEqualTo(2);
        assertThat(told).contains("xudai.vault.key-encryption-key-file: key K1 was taken away too early");
        assertThat(keys("rotate", TestKeys.path("K1"), TestKeys.path("H2"))).isEqualTo(2);
        assertThat(told).contains("xudai.vault.search-hash-key-file: key H1 was taken away too early");
    }

    @Test
    void anotherKeyOfTheSameIdIsNamed() {
        assertThat(keys("status", TestKeys.path("K1"), TestKeys.path("H1")))
                .as(told)
                .isZero();

        assertThat(keys("status", TestKeys.path("K1 other"), TestKeys.path("H1")))
                .isEqualTo(2);
        assertThat(told).contains("key K1 is not the key K1 that this database knows");
    }

    @Test
    void aWordThatIsNotUnderstoodIsAnsweredWithTheUse() {
        assertThat(keys("turn", TestKeys.path("K1"), TestKeys.path("H1"))).isEqualTo(2);
        assertThat(told).contains("“turn” is not understood", "keys status|rotate");
    }

    private void isReadAndSearched(Vault vault, SearchHashes hashes) {
        LoanTable loans = new LoanTable(book.jdbc, book.settings, event -> {}, vault, hashes);
        PartyRows parties = new PartyRows(book.jdbc, book.batches, vault, hashes);
        Loan loan = loans.find(LoanBookFixture.LOAN).orElseThrow();
        assertThat(loan.borrower().creditCode().value()).isEqualTo("91350100M000100Y43");
        Party chen = parties.ofLoan(loan.number()).get(0);
        assertThat(Objects.requireNonNull(chen.residentId()).value()).isEqualTo("11010519491231002X");
        for (String text : List.of("0117", "19900000117", "11010519491231002X", "91350100M000100Y43")) {
            assertThat(loans.search(new LoanQuery(new BranchScope(true, Set.of()), null, null, text, 0, 10))
                            .items())
                    .as(text)
                    .hasSize(1);
        }
    }

    private int keys(String word, Path wrapping, Path hashing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(
                word,
                "--spring.datasource.url=" + ((PGSimpleDataSource) book.database).getUrl(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--xudai.vault.key-encryption-key-file=" + wrapping,
                "--xudai.vault.search-hash-key-file=" + hashing));
        int code = new KeysCommand(new PrintStream(out, true, StandardCharsets.UTF_8), Locale.ENGLISH).run(arguments);
        told = out.toString(StandardCharsets.UTF_8);
        return code;
    }
}

package org.xudai.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.EmbeddedDatabase;

/** What is sealed opens at its own place, with its own key, and nowhere else. */
class VaultTests {

    private static final DataSource DATABASE = EmbeddedDatabase.freshMigrated();
    private static final KeyOwner CHEN = KeyOwner.ofBorrower("C1");
    private static final Cell MOBILE = new Cell(CHEN, "party", "mobile", "7");

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final Vault vault = TestKeys.vault(DATABASE);

    @Property(tries = 200)
    void anyTextOpensAsItWasSealed(@ForAll String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(vault.open(MOBILE, vault.seal(MOBILE, whole))).isEqualTo(whole);
    }

    @Test
    void theSameTextSealedTwiceIsNotTheSame() {
        assertThat(vault.seal(MOBILE, "13859912345"))
                .doesNotContain("13859912345")
                .isNotEqualTo(vault.seal(MOBILE, "13859912345"));
    }

    @Property(tries = 200)
    void aChangedCharacterIsNoticed(@ForAll @IntRange(min = 0, max = 51) int at) {
        String sealed = vault.seal(MOBILE, "13859912345");
        int index = Vault.MARK.length() + at;
        char other = sealed.charAt(index) == 'A' ? 'B' : 'A';

        assertThatExceptionOfType(VaultFault.class)
                .isThrownBy(() -> vault.open(MOBILE, sealed.substring(0, index) + other + sealed.substring(index + 1)))
                .withMessageContaining("party.mobile of row 7")
                .withMessageNotContaining("13859912345");
    }

    @Test
    void aValueMovedToAnotherRowColumnOrBorrowerDoesNotOpen() {
        String sealed = vault.seal(MOBILE, "13859912345");
        vault.prepare(List.of(KeyOwner.ofBorrower("C2")));

        for (Cell other : List.of(
                new Cell(CHEN, "party", "mobile", "8"),
                new Cell(CHEN, "party", "resident_id", "7"),
                new Cell(CHEN, "notice", "mobile", "7"),
                new Cell(KeyOwner.ofBorrower("C2"), "party", "mobile", "7"))) {
            assertThatExceptionOfType(VaultFault.class).isThrownBy(() -> vault.open(other, sealed));
        }
    }

    @Test
    void whatWasStoredBeforeThereWasAVaultOpensAsItIs() {
        assertThat(vault.open(MOBILE, "13859912345")).isEqualTo("13859912345");
    }

    @Test
    void anotherNodeOpensWhatThisOneSealed() {
        assertThat(TestKeys.vault(DATABASE).open(MOBILE, vault.seal(MOBILE, "13859912345")))
                .isEqualTo("13859912345");
    }

    @Test
    void aDestroyedKeyTakesEverythingWithItAndIsNeverMadeAgain() {
        KeyOwner gone = KeyOwner.of(CaseNumber.of(2026, 7));
        Cell cell = new Cell(gone, "form_answer", "value", "1");
        String sealed = vault.seal(cell, "用途");

        vault.destroy(gone);

        assertThatExceptionOfType(DataKeyDestroyed.class).isThrownBy(() -> vault.open(cell, sealed));
        assertThatExceptionOfType(DataKeyDestroyed.class).isThrownBy(() -> vault.seal(cell, "用途"));
        assertThatExceptionOfType(DataKeyDestroyed.class)
                .isThrownBy(() -> TestKeys.vault(DATABASE).open(cell, sealed));
        assertThat(jdbc.sql("select wrapped is null and destroyed_at is not null from data_key where owner = ?")
                        .param(gone.name())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aKeyWhoseTransactionWasRolledBackSealsNothing() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(DATABASE));
        Cell cell = new Cell(KeyOwner.ofBorrower("C-rolled-back"), "party", "mobile", "1");
        transaction.executeWithoutResult(status -> {
            assertThat(vault.open(cell, vault.seal(cell, "first"))).isEqualTo("first");
            status.setRollbackOnly();
        });

        String sealed = vault.seal(cell, "second");

        assertThat(TestKeys.vault(DATABASE).open(cell, sealed)).isEqualTo("second");
    }

    @Test
    void aListOfFiftyBorrowersCostsOneReadOfKeys() {
        List<KeyOwner> owners = IntStream.range(0, 50)
                .mapToObj(number -> KeyOwner.ofBorrower("L" + number))
                .toList();
        List<String> sealed = new ArrayList<>();
        owners.forEach(owner -> sealed.add(vault.seal(new Cell(owner, "party", "mobile", "1"), "13859912345")));
        CountedDatabase counted = new CountedDatabase(DATABASE);
        Vault fresh = TestKeys.vault(counted);

        fresh.ready(owners);
        for (int i = 0; i < owners.size(); i++) {
            assertThat(fresh.open(new Cell(owners.get(i), "party", "mobile", "1"), sealed.get(i)))
                    .isEqualTo("13859912345");
        }

        assertThat(counted.connections()).isEqualTo(1);
    }

    @Test
    void aHashFindsTheSameValueUnderEveryKeyAndTellsUsesApart() {
        SearchHashes before = TestKeys.hashes("H1");
        SearchHashes after = TestKeys.hashes("H1", "H2");

        assertThat(after.candidates("mobile", "13859912345")).contains(before.hash("mobile", "13859912345"));
        assertThat(after.hash("mobile", "13859912345")).startsWith("H2:").doesNotContain("13859912345");
        assertThat(after.hash("mobile-tail", "2345")).isNotEqualTo(after.hash("tail", "2345"));
    }

    @Test
    void aKeyTakenAwayTooEarlyKeepsTheNodeFromStarting() {
        DataSource own = EmbeddedDatabase.freshMigrated();
        check(own, "K1", "H1");
        TestKeys.vault(own, Clock.systemUTC(), "K1").seal(MOBILE, "13859912345");

        assertThatIllegalStateException()
                .isThrownBy(() -> check(own, "K2", "H1"))
                .withMessageContaining("xudai.vault.key-encryption-key-file: key K1 was taken away too early")
                .withMessageContaining("keys rotate");
    }

    @Test
    void anotherKeyOfAKnownIdKeepsTheNodeFromStarting() {
        DataSource own = EmbeddedDatabase.freshMigrated();
        check(own, "K1", "H1");

        assertThatNoException().isThrownBy(() -> check(own, "K1", "H1"));
        assertThatIllegalStateException()
                .isThrownBy(() -> check(own, "K1 another", "H1"))
                .withMessageContaining("xudai.vault.key-encryption-key-file: key K1 is not the key K1");
        assertThatIllegalStateException()
                .isThrownBy(() -> check(own, "K1", "H1 another"))
                .withMessageContaining("xudai.vault.search-hash-key-file: key H1 is not the key H1");
    }

    private static void check(DataSource database, String wrapping, String hashing) {
        TestKeys.check(database, TestKeys.encryption(wrapping), TestKeys.hashes(hashing));
    }
}

package org.xudai.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.EmbeddedDatabase;
import org.xudai.testing.MovableClock;

/** The data keys of cases and borrowers under a key that never leaves the bank's key management system. */
class TransitTests {

    private static final DataSource DATABASE = EmbeddedDatabase.freshMigrated();
    private static final byte[] SECRET = "a data key of thirty-two letters".getBytes(StandardCharsets.US_ASCII);

    private final TransitServer server = new TransitServer();
    private final MovableClock clock = new MovableClock();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aWrappedKeyOpensForItsOwnerAndForNobodyElse() {
        KeyEncryption keys = server.client();

        WrappedKey wrapped = keys.wrap(SECRET, "case/1");

        assertThat(wrapped.keyId()).isEqualTo("bank/transit/xudai:v1").isEqualTo(keys.currentId());
        assertThat(new String(wrapped.bytes(), StandardCharsets.US_ASCII)).startsWith("vault:v1:");
        assertThat(keys.unwrap(wrapped, "case/1")).isEqualTo(SECRET);
        assertThatExceptionOfType(VaultFault.class)
                .isThrownBy(() -> keys.unwrap(wrapped, "case/2"))
                .withMessageContaining("the data key of case/2 does not unwrap with")
                .withMessageContaining("bank/transit/xudai:v1");
    }

    @Test
    void afterARotationTheNewVersionWrapsAndTheOldOneStillOpens() {
        KeyEncryption keys = server.client();
        WrappedKey before = keys.wrap(SECRET, "case/1");

        server.rotate();

        assertThat(keys.currentId()).isEqualTo("bank/transit/xudai:v2");
        assertThat(keys.ids()).containsExactlyInAnyOrder("bank/transit/xudai:v1", "bank/transit/xudai:v2");
        assertThat(keys.wrap(SECRET, "case/1").keyId()).isEqualTo("bank/transit/xudai:v2");
        assertThat(keys.unwrap(before, "case/1")).isEqualTo(SECRET);
    }

    @Test
    void aVersionThatMayNoLongerOpenIsNotThereAnyMore() {
        KeyEncryption keys = server.client();
        WrappedKey before = keys.wrap(SECRET, "case/1");
        server.rotate();

        server.opensFrom(2);

        assertThat(keys.ids()).containsExactly("bank/transit/xudai:v2");
        assertThatExceptionOfType(VaultFault.class)
                .isThrownBy(() -> keys.unwrap(before, "case/1"))
                .withStackTraceContaining("too old");
    }

    @Test
    void aThousandKeysAreWrappedAndUnwrappedByAHandfulOfQuestions() {
        KeyEncryption keys = server.client();
        Map<String, byte[]> secrets = new HashMap<>();
        IntStream.range(0, 1000).forEach(number -> secrets.put("borrower/" + number, DataKey.random()));

        Map<String, WrappedKey> wrapped = keys.wrap(secrets);
        Map<String, byte[]> opened = keys.unwrap(wrapped);

        assertThat(server.questions()).isEqualTo(8);
        assertThat(opened).hasSize(1000);
        opened.forEach((owner, secret) -> assertThat(secret).as(owner).isEqualTo(secrets.get(owner)));
    }

    @Test
    void aListOfBorrowersWhoseKeysAreNewCostsOneQuestionAndReadAgainNone() {
        Vault vault = vault();
        List<KeyOwner> owners = IntStream.range(0, 50)
                .mapToObj(number -> KeyOwner.ofBorrower("T" + number))
                .toList();

        vault.prepare(owners);
        vault.ready(owners);

        assertThat(server.questions()).isEqualTo(1);
        vault().ready(owners);
        assertThat(server.questions()).isEqualTo(2);
    }

    @Test
    void aTokenThatWasRenewedOnDiskIsUsedFromTheNextQuestionOn() {
        KeyEncryption keys = server.client();
        WrappedKey wrapped = keys.wrap(SECRET, "case/1");

        server.acceptOnly("s.second");
        server.writeToken("s.second");

        assertThat(keys.unwrap(wrapped, "case/1")).isEqualTo(SECRET);
    }

    @Test
    void aTokenThatIsNotTakenIsNoFaultOfTheKeyAndIsNamedByItsFile() {
        KeyEncryption keys = server.client();
        WrappedKey wrapped = keys.wrap(SECRET, "case/1");

        server.acceptOnly("s.second");

        away(keys, wrapped, "answered 403", "permission denied", ".token");
        server.writeToken("");
        away(keys, wrapped, "xudai.vault.transit.token-file", "holds no token");
        server.writeToken("s.second");
        assertThat(keys.unwrap(wrapped, "case/1")).isEqualTo(SECRET);
    }

    @Test
    void aSealedServerASilentOneAndNoneAtAllAreAwayAndServeAgainWhenTheyAreBack() {
        KeyEncryption keys = server.client();
        WrappedKey wrapped = keys.wrap(SECRET, "case/1");

        server.seal(true);
        away(keys, wrapped, "answered 503", "Vault is sealed");
        server.seal(false);
        CountDownLatch silent = new CountDownLatch(1);
        server.waitFor(silent);
        away(keys, wrapped, "gave no answer", "timed out");
        silent.countDown();
        assertThat(keys.unwrap(wrapped, "case/1")).isEqualTo(SECRET);

        server.close();
        away(keys, wrapped, "gave no answer");
    }

    @Test
    void whatIsAwayIsNotAskedByEverybodyInARow() {
        KeyEncryption keys = new TransitKeyEncryption(server.settings(Duration.ofHours(1)));
        WrappedKey wrapped = keys.wrap(SECRET, "case/1");
        server.seal(true);
        away(keys, wrapped, "answered 503");
        int asked = server.questions();

        away(keys, wrapped, "gave no answer a moment ago");

        assertThat(server.questions()).isEqualTo(asked);
    }

    @Test
    void aKeyOrMountThatDoesNotExistIsNamed() {
        VaultSettings.Transit settings = server.settings();
        KeyEncryption other = new TransitKeyEncryption(new VaultSettings.Transit(
                settings.url(), "transit", "nobody", settings.tokenFile(), true, settings.timeout(), settings.pause()));

        assertThatExceptionOfType(KeyManagementUnavailable.class)
                .isThrownBy(other::currentId)
                .withMessageContaining("answered 404 to transit/keys/nobody");
    }

    @Test
    void whileItIsAwayWhatWasOpenedLatelyGoesOnForAnHourAndWhatIsNewHasToWait() {
        Vault vault = vault();
        Cell chen = cell("C-open");
        String sealed = vault.seal(chen, "13859912345");

        server.seal(true);
        clock.advance(KeyCache.LIFE.plusSeconds(1));

        assertThat(vault.open(chen, sealed)).isEqualTo("13859912345");
        clock.advance(KeyCache.LIFE.plusSeconds(1));
        assertThat(vault.open(chen, vault.seal(chen, "19900000117"))).isEqualTo("19900000117");
        assertThatExceptionOfType(KeyManagementUnavailable.class)
                .isThrownBy(() -> vault.seal(cell("C-new"), "13859912345"));
        assertThatExceptionOfType(KeyManagementUnavailable.class).isThrownBy(() -> vault().open(chen, sealed));
        clock.advance(KeyCache.GRACE.minusMinutes(4));
        assertThatExceptionOfType(KeyManagementUnavailable.class).isThrownBy(() -> vault.open(chen, sealed));

        server.seal(false);
        assertThat(vault.open(chen, sealed)).isEqualTo("13859912345");
        assertThat(vault.open(cell("C-new"), vault.seal(cell("C-new"), "1"))).isEqualTo("1");
    }

    @Test
    void aKeyThatAnotherNodeDestroyedServesNoLongerThanEver() {
        Vault vault = vault();
        KeyOwner gone = KeyOwner.of(CaseNumber.of(2026, 9));
        Cell cell = new Cell(gone, "form_answer", "value", "1");
        String sealed = vault.seal(cell, "用途");
        vault().destroy(gone);

        server.seal(true);
        clock.advance(KeyCache.LIFE.plusSeconds(1));

        assertThatExceptionOfType(DataKeyDestroyed.class).isThrownBy(() -> vault.open(cell, sealed));
    }

    @Test
    void aNodeDoesNotStartWithoutItAndSaysWhy() {
        DataSource own = EmbeddedDatabase.freshMigrated();
        server.seal(true);

        assertThatExceptionOfType(KeyManagementUnavailable.class)
                .isThrownBy(() -> check(own, server.client()))
                .withMessageContaining("Vault is sealed");
    }

    @Test
    void anotherSystemBehindTheSameAddressKeepsTheNodeFromStarting() {
        DataSource own = EmbeddedDatabase.freshMigrated();
        check(own, server.client());

        server.becomeAnother();

        assertThatIllegalStateException()
                .isThrownBy(() -> check(own, server.client()))
                .withMessageContaining("xudai.vault.transit: key bank/transit/xudai:v1 is not the key")
                .withMessageContaining("that this database knows");
    }

    @Test
    void aVersionThatRowsNeedAndThatMayNoLongerOpenKeepsTheNodeFromStarting() {
        DataSource own = EmbeddedDatabase.freshMigrated();
        TestKeys.vault(own, server.client(), clock).seal(cell("C1"), "13859912345");
        server.rotate();
        server.opensFrom(2);

        assertThatIllegalStateException()
                .isThrownBy(() -> check(own, server.client()))
                .withMessageContaining("xudai.vault.transit: key bank/transit/xudai:v1 cannot be asked to open")
                .withMessageContaining("min_decryption_version");
    }

    @Test
    void aSystemThatDoesNotBindAKeyToItsOwnerIsRefused() {
        server.bindNothing();

        assertThatIllegalStateException()
                .isThrownBy(() -> check(EmbeddedDatabase.freshMigrated(), server.client()))
                .withMessageContaining("xudai.vault.transit: a key opens for another owner")
                .withMessageContaining("1.13");
    }

    @Test
    void healthSaysWhichKeysThereAreOrWhyNot() {
        VaultSettings settings = new VaultSettings(null, null, true, server.settings());
        KeyManagementHealth health = new KeyManagementHealth(server.client(), settings);

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("inUse", "bank/transit/xudai:v1");
        server.seal(true);
        Health away = health.health();
        assertThat(away.getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(away.getDetails().get("problem"))).contains("Vault is sealed");
        assertThat(new KeyManagementHealth(
                                TestKeys.encryption("K1"), new VaultSettings(null, null, true, TransitServer.NONE))
                        .health()
                        .getStatus())
                .isEqualTo(Status.UNKNOWN);
    }

    private Vault vault() {
        return TestKeys.vault(DATABASE, server.client(), clock);
    }

    private static Cell cell(String customer) {
        return new Cell(KeyOwner.ofBorrower(customer), "party", "mobile", "7");
    }

    private static void check(DataSource database, KeyEncryption encryption) {
        TestKeys.check(database, encryption, TestKeys.hashes("H1"));
    }

    private static void away(KeyEncryption keys, WrappedKey wrapped, String... parts) {
        assertThatExceptionOfType(KeyManagementUnavailable.class)
                .isThrownBy(() -> keys.unwrap(wrapped, "case/1"))
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }
}

package org.xudai.bankseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node starts with a usable seal key or not at all, and says in one sentence what is wrong with the one it was given. */
class SealKeyFileTests {

    private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");
    private static final byte[] CONTENT = "封签".getBytes(StandardCharsets.UTF_8);
    private static final String KEY_FILE = "xudai.bank-seal.key-file";
    private static final String PASSWORD_FILE = "xudai.bank-seal.password-file";

    @TempDir
    Path directory;

    private Path keyFile = Path.of("");
    private Path passwordFile = Path.of("");

    @BeforeEach
    void names() throws IOException {
        keyFile = directory.resolve("bank-seal.p12");
        passwordFile = directory.resolve("bank-seal.password");
        Files.writeString(passwordFile, "correct horse\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second"})
    void aKeyOfTheFileSignsAndItsCertificateAloneChecks(String name) {
        TestSealKeys.write(keyFile, "correct horse", name);

        SealKey key = read(null);

        SealCertificate certificate = SealCertificate.read(key.certificate().pem());
        byte[] signature = key.sign(CONTENT).value();
        assertThat(key.sign(CONTENT).keyId()).isEqualTo(certificate.id());
        assertThat(certificate.verifies(CONTENT, signature)).isTrue();
        assertThat(certificate.verifies("封条".getBytes(StandardCharsets.UTF_8), signature))
                .isFalse();
        signature[signature.length - 1] ^= 1;
        assertThat(certificate.verifies(CONTENT, signature)).isFalse();
        assertThat(certificate.verifies(CONTENT, new byte[0])).isFalse();
        assertThat(certificate.chain()).hasSize(2);
    }

    @Test
    void whoIssuedTheCertificateVouchesForItAndNobodyElse() {
        SealCertificate certificate = TestSealKeys.key("first").certificate();

        assertThat(certificate.isVouchedForBy(List.of(TestSealKeys.root()), NOW))
                .isTrue();
        assertThat(certificate.isVouchedForBy(List.of(certificate.chain().get(0)), NOW))
                .as("itself")
                .isTrue();
        assertThat(certificate.isVouchedForBy(
                        TestSealKeys.key("root-of-the-same-name").chain(), NOW))
                .isFalse();
        assertThat(certificate.isVouchedForBy(List.of(TestSealKeys.root()), Instant.parse("1999-12-31T00:00:00Z")))
                .as("before it was valid")
                .isFalse();
        assertThat(TestSealKeys.key("stranger").certificate().isVouchedForBy(List.of(TestSealKeys.root()), NOW))
                .isFalse();
    }

    @Test
    void aSettingThatIsMissingIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SealKeyFile(new BankSealSettings(null, passwordFile, null)).read(false, NOW))
                .withMessageContaining(KEY_FILE + " is not set")
                .withMessageContaining("docker/secrets.sh");
        assertThatIllegalStateException()
                .isThrownBy(() -> new SealKeyFile(new BankSealSettings(keyFile, null, null)).read(false, NOW))
                .withMessageContaining(PASSWORD_FILE + " is not set");
    }

    @Test
    void productionNeverMakesAKeyForAFileThatIsMissing() throws IOException {
        refused(KEY_FILE, "is missing: put the file back");
        assertThat(keyFile).doesNotExist();
        TestSealKeys.write(keyFile, "correct horse", "first");
        Files.delete(passwordFile);
        refused(PASSWORD_FILE, "is missing: put the file back");
    }

    @Test
    void aWrongPasswordIsNamedAndNotRepeated() throws IOException {
        TestSealKeys.write(keyFile, "correct horse", "first");
        Files.writeString(passwordFile, "battery staple");

        refused(PASSWORD_FILE, "the password there does not open " + keyFile);
        assertThatIllegalStateException().isThrownBy(() -> read(null)).withMessageNotContaining("battery");
        Files.writeString(passwordFile, "\n");
        refused(PASSWORD_FILE, "is empty");
        Files.write(passwordFile, new byte[] {(byte) 0xC3, 0x28});
        refused(PASSWORD_FILE, "is no text");
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        Files.writeString(keyFile, "-----BEGIN PRIVATE KEY-----\n");
        refused(KEY_FILE, "is no PKCS#12 file");
        Files.write(keyFile, new byte[0]);
        refused(KEY_FILE, "is no PKCS#12 file");
    }

    @Test
    void aCertificateThatHasEndedOrHasNotBegunIsRefusedWithItsDays() {
        TestSealKeys.write(keyFile, "correct horse", "ended");

        refused(KEY_FILE, "valid from 2020-01-01T00:00:00Z to 2020-12-31T00:00:00Z and not now");
        assertThatIllegalStateException()
                .isThrownBy(() -> new SealKeyFile(new BankSealSettings(keyFile, passwordFile, null))
                        .read(false, Instant.parse("2019-01-01T00:00:00Z")))
                .withMessageContaining("and not now");
    }

    @Test
    void aKeyWithTheCertificateOfAnotherKeyIsRefused() {
        TestSealKeys.write(
                keyFile,
                "correct horse",
                "seal",
                TestSealKeys.privateKey("first"),
                TestSealKeys.certificate("stranger"));
        refused(KEY_FILE, "holds a key and the certificate of another key");
        TestSealKeys.write(
                keyFile, "correct horse", "seal", TestSealKeys.privateKey("first"), TestSealKeys.certificate("second"));
        refused(KEY_FILE, "holds a key and the certificate of another key");
    }

    @Test
    void aCertificateThatIsNotMeantForSigningIsRefused() {
        TestSealKeys.write(keyFile, "correct horse", "for-encryption");

        refused(KEY_FILE, "not meant for signing");
    }

    @Test
    void ofSeveralKeysOneHasToBeNamed() {
        TestSealKeys.write(keyFile, "correct horse", "first", "second");

        refused("xudai.bank-seal.alias is not set", "name one of first, second");
        assertThat(read("second").id()).isEqualTo(TestSealKeys.key("second").id());
        assertThatIllegalStateException()
                .isThrownBy(() -> read("third"))
                .withMessageContaining("xudai.bank-seal.alias: ")
                .withMessageContaining("holds no key third: name one of first, second");
    }

    @Test
    void developmentMakesItsKeyOnceAndStartsAtOnceReadTheSame() throws Exception {
        Files.delete(passwordFile);
        ExecutorService starts = Executors.newFixedThreadPool(3);
        List<Future<SealKey>> read = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            read.add(starts.submit(
                    () -> new SealKeyFile(new BankSealSettings(keyFile, passwordFile, null)).read(true, NOW)));
        }
        SealKey one = read.get(0).get(60, TimeUnit.SECONDS);
        for (Future<SealKey> other : read) {
            assertThat(other.get(60, TimeUnit.SECONDS).id()).isEqualTo(one.id());
        }
        starts.shutdown();

        assertThat(read(null).id()).isEqualTo(one.id());
        assertThat(one.certificate().subject()).contains("development", "No bank");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).as("nothing half made is left").containsExactlyInAnyOrder(keyFile, passwordFile);
        }
    }

    private SealKey read(@Nullable String alias) {
        return new SealKeyFile(new BankSealSettings(keyFile, passwordFile, alias)).read(false, NOW);
    }

    private void refused(String setting, String why) {
        assertThatIllegalStateException()
                .isThrownBy(() -> read(null))
                .withMessageStartingWith(setting)
                .withMessageContaining(why);
    }
}

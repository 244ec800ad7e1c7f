package org.xudai.bankseal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seal keys that an authority of the tests issued, made with keytool when they are first asked for. */
public final class TestSealKeys {

    private static final String PASSWORD = "seal-of-tests";
    private static final List<String> RSA = List.of("-keyalg", "RSA", "-keysize", "2048");
    private static final List<String> EC = List.of("-keyalg", "EC", "-groupname", "secp256r1");
    private static final List<String> SIGNS = List.of("-ext", "KeyUsage:critical=digitalSignature,nonRepudiation");
    private static final List<String> ISSUES = List.of("-ext", "BasicConstraints:critical=ca:true");
    private static final List<String> BY_ROOT = List.of("-signer", "root");
    private static final List<String> LONG = List.of("-startdate", "2000/01/01 00:00:00", "-validity", "36500");

    /** What each key is made of. */
    private static final Map<String, List<List<String>>> KINDS = Map.of(
            "root", List.of(EC, ISSUES, LONG, List.of("-dname", "CN=Authority of the tests")),
            "root-of-the-same-name", List.of(EC, ISSUES, LONG, List.of("-dname", "CN=Authority of the tests")),
            "first", List.of(EC, SIGNS, BY_ROOT, LONG, List.of("-dname", "CN=Seal 2026,O=Bank of the tests")),
            "second", List.of(RSA, SIGNS, BY_ROOT, LONG, List.of("-dname", "CN=Seal 2027,O=Bank of the tests")),
            "stranger", List.of(EC, SIGNS, LONG, List.of("-dname", "CN=Seal 2026,O=Bank of the tests")),
            "ended",
                    List.of(
                            EC,
                            SIGNS,
                            BY_ROOT,
                            List.of("-startdate", "2020/01/01 00:00:00", "-validity", "365"),
                            List.of("-dname", "CN=Seal 2020")),
            "for-encryption",
                    List.of(
                            EC,
                            List.of("-ext", "KeyUsage:critical=keyAgreement"),
                            BY_ROOT,
                            LONG,
                            List.of("-dname", "CN=Encryption")));

    private static final Path STORE = directory().resolve("keys.p12");

    private TestSealKeys() {}

    /**
     * A key: {@code first} (EC) and {@code second} (RSA) were issued by {@link #root}, {@code stranger} by itself under the
     * name of the first.
     */
    public static SealKey key(String name) {
        KeyStore.PrivateKeyEntry entry = entry(name);
        return new SealKey(entry, SealCertificate.of(chain(entry)));
    }

    /** The authority. */
    public static X509Certificate root() {
        return chain(entry("root")).get(0);
    }

    /** Certificates kept in a database. */
    public static SealCertificates certificates(JdbcClient jdbc) {
        return new SealCertificates(jdbc);
    }

    static PrivateKey privateKey(String name) {
        return entry(name).getPrivateKey();
    }

    /** The certificate of a key, alone. */
    static Certificate certificate(String name) {
        return entry(name).getCertificate();
    }

    /** Certificates in PEM. */
    public static String pem(X509Certificate certificate) {
        return SealCertificate.of(List.of(certificate)).pem();
    }

    /** Writes a key file with a key and the certificates given. */
    static void write(Path file, String password, String alias, PrivateKey key, Certificate... chain) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(alias, key, password.toCharArray(), chain);
            store.store(out, password.toCharArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a key file with these keys. */
    public static void write(Path file, String password, String... names) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (String name : names) {
                KeyStore.PrivateKeyEntry entry = entry(name);
                store.setKeyEntry(name, entry.getPrivateKey(), password.toCharArray(), entry.getCertificateChain());
            }
            store.store(out, password.toCharArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<X509Certificate> chain(KeyStore.PrivateKeyEntry entry) {
        return Arrays.stream(entry.getCertificateChain())
                .map(X509Certificate.class::cast)
                .toList();
    }

    private static synchronized KeyStore.PrivateKeyEntry entry(String name) {
        try {
            if (!name.equals("root") && KINDS.getOrDefault(name, List.of()).contains(BY_ROOT)) {
                entry("root");
            }
            KeyStore store = stored();
            if (!store.isKeyEntry(name)) {
                generate(name);
                store = stored();
            }
            return (KeyStore.PrivateKeyEntry)
                    store.getEntry(name, new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore stored() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        if (Files.exists(STORE)) {
            try (InputStream in = Files.newInputStream(STORE)) {
                store.load(in, PASSWORD.toCharArray());
            }
        } else {
            store.load(null, null);
        }
        return store;
    }

    private static void generate(String name) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                STORE.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                name));
        KINDS.getOrDefault(name, List.of()).forEach(command::addAll);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("seal-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.xudai.bankseal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the seal key. Every error names the setting that has to be mended and says how; none repeats a secret. */
final class SealKeyFile {

    private static final int SHORTEST_RSA = 2048;

    private final BankSealSettings settings;

    SealKeyFile(BankSealSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads the key.
     *
     * @param makes whether missing files are made with a key that no one vouches for: development only
     * @param now the certificate has to be valid now
     * @throws IllegalStateException where there is no usable key; says what to do
     */
    SealKey read(boolean makes, Instant now) {
        Path keyFile = named(settings.keyFile(), BankSealSettings.KEY_FILE, "the PKCS#12 file of the bank's seal key");
        Path passwordFile = named(
                settings.passwordFile(), BankSealSettings.PASSWORD_FILE, "the file with the password of the seal key");
        if (makes) {
            DevelopmentSealKey.make(keyFile, passwordFile);
        }
        return checked(keyFile, loaded(keyFile, password(passwordFile)), now);
    }

    private static Path named(@Nullable Path file, String setting, String what) {
        if (file == null) {
            throw new IllegalStateException(setting + " is not set: name " + what
                    + "; docker/secrets.sh makes one, and every node needs the same");
        }
        return file;
    }

    private static char[] password(Path file) {
        requireThere(BankSealSettings.PASSWORD_FILE, file);
        try {
            return Files.readAllLines(file).stream()
                    .findFirst()
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(() -> refused(
                            BankSealSettings.PASSWORD_FILE,
                            file,
                            "is empty: its first line is the password of the key"))
                    .toCharArray();
        } catch (CharacterCodingException e) {
            throw refused(BankSealSettings.PASSWORD_FILE, file, "is no text in UTF-8");
        } catch (IOException e) {
            throw unreadable(BankSealSettings.PASSWORD_FILE, file, e);
        }
    }

    private KeyStore.PrivateKeyEntry loaded(Path file, char[] password) {
        requireThere(BankSealSettings.KEY_FILE, file);
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            String alias = alias(store, file);
            Key key = store.getKey(alias, password);
            Certificate[] chain = store.getCertificateChain(alias);
            if (key instanceof PrivateKey secret && chain != null) {
                return entry(secret, chain, file);
            }
            throw refused(BankSealSettings.KEY_FILE, file, "holds no private key with a certificate as " + alias);
        } catch (UnrecoverableKeyException e) {
            throw wrongPassword(file);
        } catch (GeneralSecurityException e) {
            throw refused(BankSealSettings.KEY_FILE, file, "holds a key of a kind that this Java cannot use");
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw wrongPassword(file);
            }
            if (e instanceof FileSystemException) {
                throw unreadable(BankSealSettings.KEY_FILE, file, e);
            }
            throw refused(
                    BankSealSettings.KEY_FILE,
                    file,
                    "is no PKCS#12 file: make one with `openssl pkcs12 -export -inkey key.pem -in chain.pem`");
        }
    }

    private String alias(KeyStore store, Path file) throws GeneralSecurityException {
        List<String> keys = Collections.list(store.aliases()).stream()
                .filter(alias -> isKey(store, alias))
                .toList();
        if (keys.isEmpty()) {
            throw refused(BankSealSettings.KEY_FILE, file, "holds certificates and no private key");
        }
        String alias = settings.alias();
        if (alias == null && keys.size() == 1) {
            return keys.get(0);
        }
        if (alias == null) {
            throw new IllegalStateException(BankSealSettings.ALIAS + " is not set, and " + file
                    + " holds several keys: name one of " + String.join(", ", keys));
        }
        if (!store.isKeyEntry(alias)) {
            throw new IllegalStateException(BankSealSettings.ALIAS + ": " + file + " holds no key " + alias
                    + ": name one of " + String.join(", ", keys));
        }
        return alias;
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key file that was read cannot be asked", e);
        }
    }

    /** The platform's own entry says no more than that the kinds of key differ. */
    private static KeyStore.PrivateKeyEntry entry(PrivateKey key, Certificate[] chain, Path file) {
        try {
            return new KeyStore.PrivateKeyEntry(key, chain);
        } catch (IllegalArgumentException e) {
            throw notMatching(file);
        }
    }

    private static SealKey checked(Path file, KeyStore.PrivateKeyEntry entry, Instant now) {
        List<X509Certificate> chain = Arrays.stream(entry.getCertificateChain())
                .map(X509Certificate.class::cast)
                .toList();
        SealCertificate certificate = SealCertificate.of(chain);
        requireUsable(file, chain.get(0));
        SealKey key = new SealKey(entry, certificate);
        byte[] proof = certificate.id().value().getBytes(StandardCharsets.US_ASCII);
        if (!certificate.verifies(proof, key.sign(proof).value())) {
            throw notMatching(file);
        }
        if (!certificate.isValidAt(now)) {
            throw refused(
                    BankSealSettings.KEY_FILE,
                    file,
                    "has a certificate that is valid from "
                            + chain.get(0).getNotBefore().toInstant() + " to "
                            + certificate.validUntil()
                            + " and not now: put a key file with a valid one there; signatures of the old one stay good");
        }
        return key;
    }

    private static void requireUsable(Path file, X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        boolean strong = key instanceof ECPublicKey
                || (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= SHORTEST_RSA);
        if (!strong) {
            throw refused(
                    BankSealSettings.KEY_FILE,
                    file,
                    "holds a key that is neither EC nor RSA of " + SHORTEST_RSA + " bits or more");
        }
        boolean[] usage = certificate.getKeyUsage();
        // bits 0 and 1: digitalSignature, nonRepudiation (RFC 5280, 4.2.1.3)
        if (usage != null && !usage[0] && !usage[1]) {
            throw refused(
                    BankSealSettings.KEY_FILE,
                    file,
                    "has a certificate that is not meant for signing by its key usage");
        }
    }

    private static void requireThere(String setting, Path file) {
        if (!Files.isRegularFile(file)) {
            throw refused(
                    setting,
                    file,
                    "is missing: put the file back there, or name the right one; every node needs the same");
        }
    }

    private static IllegalStateException wrongPassword(Path file) {
        return new IllegalStateException(BankSealSettings.PASSWORD_FILE + ": the password there does not open " + file
                + " (" + BankSealSettings.KEY_FILE + ")");
    }

    private static IllegalStateException notMatching(Path file) {
        return refused(
                BankSealSettings.KEY_FILE,
                file,
                "holds a key and the certificate of another key: export the certificate that was issued for this key");
    }

    private static IllegalStateException unreadable(String setting, Path file, IOException e) {
        return new IllegalStateException(
                setting + ": " + file + " cannot be read; give the product's user the right to read it", e);
    }

    private static IllegalStateException refused(String setting, Path file, String why) {
        return new IllegalStateException(setting + ": " + file + " " + why);
    }
}

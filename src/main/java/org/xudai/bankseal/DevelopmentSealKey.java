package org.xudai.bankseal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.xudai.vault.NewFile;

/** Makes a seal key for development, with a certificate that says of itself that no bank stands behind it. */
final class DevelopmentSealKey {

    private static final int LENGTH = 16;
    private static final int LONGEST = 120;

    private DevelopmentSealKey() {}

    /** Makes the files that are missing; several starts at once all read the same. */
    static void make(Path keyFile, Path passwordFile) {
        try {
            if (!Files.exists(passwordFile)) {
                byte[] password = new byte[LENGTH];
                new SecureRandom().nextBytes(password);
                NewFile.put(passwordFile, HexFormat.of().formatHex(password).getBytes(StandardCharsets.US_ASCII));
            }
            if (!Files.exists(keyFile)) {
                Path room = Files.createTempDirectory(keyFile.toAbsolutePath().getParent(), ".seal");
                Path made = room.resolve("made.p12");
                try {
                    generate(made, passwordFile);
                    NewFile.name(made, keyFile);
                } finally {
                    Files.deleteIfExists(made);
                    Files.delete(room);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a seal key for development cannot be made at " + keyFile, e);
        }
    }

    /** With the keytool of this Java: the platform has no other way to issue a certificate. */
    private static void generate(Path keyFile, Path passwordFile) throws IOException {
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        keyFile.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass:file",
                        passwordFile.toString(),
                        "-alias",
                        "bank-seal",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-sigalg",
                        "SHA256withECDSA",
                        "-dname",
                        "CN=Xudai development seal, O=No bank",
                        "-ext",
                        "KeyUsage:critical=digitalSignature,nonRepudiation",
                        // whatever moment a development machine plays
                        "-startdate",
                        "2000/01/01 00:00:00",
                        "-validity",
                        "36500"))
                .redirectErrorStream(true)
                .start();
        keytool.getOutputStream().close();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!keytool.waitFor(LONGEST, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                keytool.destroyForcibly();
                throw new IOException("keytool: " + said.strip());
            }
        } catch (InterruptedException e) {
            keytool.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool worked", e);
        }
    }
}

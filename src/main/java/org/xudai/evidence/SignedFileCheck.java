package org.xudai.evidence;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.NoSuchMessageException;
import org.xudai.bankseal.SealCertificate;
import org.xudai.bankseal.SignedFile;
import org.xudai.command.Console;
import org.xudai.command.Ending;

/** Tells whether a certificate of erasure is the bank's, with nothing but the file that was handed out. */
final class SignedFileCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Console console;
    private final List<X509Certificate> trusted;

    SignedFileCheck(Console console, List<X509Certificate> trusted) {
        this.console = console;
        this.trusted = trusted;
    }

    Ending check(String path, SignedFile file) {
        if (!file.fits()) {
            return broken(path, "SIGNATURE_DIFFERS");
        }
        try {
            JsonNode erasure = JSON.readTree(file.content());
            Instant endedAt = Instant.parse(erasure.path("endedAt").asText());
            SealCertificate signer = file.certificate();
            if (!signer.isValidAt(endedAt)) {
                return broken(path, "CERTIFICATE_NOT_VALID");
            }
            boolean vouchedFor = signer.isVouchedForBy(trusted, endedAt);
            if (!trusted.isEmpty() && !vouchedFor) {
                return broken(path, "CERTIFICATE_NOT_TRUSTED");
            }
            console.tell(
                    Ending.GOOD,
                    vouchedFor ? "verify.file-trusted" : "verify.file-believed",
                    path,
                    signer.subject(),
                    signer.id());
            return console.tell(
                    Ending.GOOD,
                    "verify.erasure-holds",
                    path,
                    console.text("verify.erased." + erasure.path("kind").asText()),
                    erasure.path("subject").asText(),
                    endedAt,
                    sha256(file.content()));
        } catch (JacksonException | DateTimeException | NoSuchMessageException e) {
            return broken(path, "NOT_AN_ERASURE");
        } catch (IOException e) {
            return console.tell(Ending.NOT_TOLD, "verify.unreadable", path);
        }
    }

    private Ending broken(String path, String problem) {
        return console.tell(Ending.BAD, "verify.file-broken", path, console.text("verify.problem." + problem));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.xudai.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xudai.bankseal.SealKey;
import org.xudai.bankseal.SignedFile;
import org.xudai.bankseal.TestSealKeys;
import org.xudai.evidence.VerifyCommand;
import org.xudai.journey.Api;
import org.xudai.kernel.CaseNumber;

/** The certificate of erasure as an auditor takes it along. */
final class SignedErasure {

    private final int port;
    private final Path directory;
    private final Remains remains;
    private final SealKey key;

    SignedErasure(int port, Path directory, Remains remains, SealKey key) {
        this.port = port;
        this.directory = directory;
        this.remains = remains;
        this.key = key;
    }

    /** Checks it offline, and what somebody might make of it. */
    void isTheBanks(CaseNumber number) throws IOException {
        Api auditor = Api.asStaff(port, "auditor");
        Path file = Files.write(
                directory.resolve("erasure-" + number + ".zip"),
                auditor.get("/api/v1/renewals/" + number + "/erasure/signed").bytes());
        SignedFile signed = SignedFile.read(file).orElseThrow();
        assertThat(signed.content())
                .isEqualTo(
                        auditor.get("/api/v1/renewals/" + number + "/erasure").bytes());
        assertThat(signed.certificate()).isEqualTo(key.certificate());
        assertThat(remains.verified(file.toString()))
                .contains("certificate of erasure of case " + number, "erased at 2036-11-25T04:00:00Z")
                .contains(Remains.sha256(signed.content()), "this one was believed");
        Path own = Files.writeString(
                directory.resolve("own.pem"), key.certificate().pem());
        assertThat(remains.verified(file.toString(), "--trust=" + own)).contains("vouches for it");

        byte[] other = new String(signed.content(), StandardCharsets.UTF_8)
                .replace("RENEWED", "REFUSED")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(refused(new SignedFile(signed.name(), other, signed.signature(), key.certificate())))
                .contains("its signature does not fit it");
        SealKey stranger = TestSealKeys.key("stranger");
        SignedFile forged =
                new SignedFile(signed.name(), other, stranger.sign(other).value(), stranger.certificate());
        assertThat(refused(forged, "--trust=" + own))
                .contains("no trusted certificate vouches for the one that signed");
        byte[] letter = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(refused(
                        new SignedFile("letter.json", letter, key.sign(letter).value(), key.certificate())))
                .contains("but no certificate of erasure");
    }

    private String refused(SignedFile file, String... more) throws IOException {
        Path path = Files.write(directory.resolve("refused.zip"), file.zip());
        List<String> words = new ArrayList<>(List.of(path.toString()));
        words.addAll(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new VerifyCommand(new PrintStream(out, true, StandardCharsets.UTF_8), Locale.ENGLISH).run(words);
        assertThat(code).isEqualTo(1);
        return out.toString(StandardCharsets.UTF_8);
    }
}

package org.xudai.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.xudai.bankseal.SealKey;
import org.xudai.bankseal.TestSealKeys;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** A stranger tells by the box alone that its seals are the bank's. */
@RunningXudai
class SignedBoxTests {

    @Autowired
    CaseWorld world;

    @Autowired
    EvidenceBoxes boxes;

    @Autowired
    SealKey key;

    @TempDir
    Path directory;

    private Map<String, byte[]> box = Map.of();
    private List<X509Certificate> trusted = List.of();

    @BeforeEach
    void aBoxIsHandedOut() throws IOException {
        CaseNumber number = world.submitted(LoanRows.eligible());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boxes.write(number, bytes);
        box = EvidenceTests.unzipped(bytes.toByteArray());
    }

    @Test
    void aSignatureThatWasChangedOrIsOfAnotherKeyIsSeen() throws IOException {
        assertThat(verified(box).signatures().good())
                .isEqualTo(EvidenceTests.lines(bytes("seals.tsv")).size());
        assertThat(codes(EvidenceTests.changed(box, "signatures.tsv", SignedBoxTests::withAnotherSignature, true)))
                .containsExactly("SIGNATURE_DIFFERS");
        String certificate = "certificates/" + key.id() + ".pem";
        assertThat(codes(EvidenceTests.changed(
                        box,
                        certificate,
                        bytes -> pem(TestSealKeys.key("stranger").chain().get(0)),
                        true)))
                .containsExactly("CERTIFICATE_MISSING");
        assertThat(codes(EvidenceTests.changed(box, "signatures.tsv", bytes -> new byte[] {1, 2}, true)))
                .containsExactly("NOT_A_BOX");
    }

    @Test
    void whoTrustsACertificateIsToldWhenItVouchesForNothing() throws IOException {
        Map<String, byte[]> unsigned = EvidenceTests.changed(box, "signatures.tsv", bytes -> new byte[0], true);
        assertThat(codes(unsigned))
                .as("a box from before there were signatures")
                .isEmpty();

        trusted = key.chain();
        assertThat(codes(box)).isEmpty();
        assertThat(verified(box).signatures().signers())
                .allMatch(signer ->
                        signer.vouchedFor() && signer.certificate().id().equals(key.id()));
        assertThat(codes(unsigned)).containsExactly("NOT_SIGNED");

        trusted = List.of(TestSealKeys.root());
        assertThat(codes(box)).containsExactly("CERTIFICATE_NOT_TRUSTED");
    }

    @Test
    void aStrangerChecksASealWithOpensslAlone() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "no openssl here");
        for (Map.Entry<String, byte[]> file : box.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, file.getValue());
        }
        String number = new String(bytes("signatures.tsv"), StandardCharsets.UTF_8).split("\t", 2)[0];
        String commands = new String(bytes("README.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("  "))
                .map(line -> line.replace("证书.pem", key.id() + ".pem").replace("\"N\"", '"' + number + '"'))
                .collect(Collectors.joining("\n"));

        assertThat(commands.lines()).hasSize(4);
        assertThat(bash(commands)).endsWith("Verified OK\n");
        assertThat(bash(commands.replace("| tr -d", "| sed s/1/2/ | tr -d")))
                .as("another seal")
                .doesNotContain("Verified OK");
    }

    private String bash(String commands) throws Exception {
        Process bash = new ProcessBuilder("bash", "-c", commands)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        return said;
    }

    private byte[] bytes(String name) {
        return Objects.requireNonNull(box.get(name));
    }

    private static byte[] pem(X509Certificate certificate) {
        return TestSealKeys.pem(certificate).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withAnotherSignature(byte[] bytes) {
        String line = EvidenceTests.lines(bytes).get(0);
        int tab = line.lastIndexOf('\t') + 1;
        byte[] signature = Base64.getDecoder().decode(line.substring(tab));
        signature[signature.length - 1] ^= 1;
        return new String(bytes, StandardCharsets.UTF_8)
                .replace(line.substring(tab), Base64.getEncoder().encodeToString(signature))
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<String> codes(Map<String, byte[]> files) throws IOException {
        return verified(files).problems().stream().map(BoxVerdict.Problem::code).toList();
    }

    private BoxVerdict verified(Map<String, byte[]> files) throws IOException {
        return EvidenceTests.verified(directory, files, trusted);
    }
}

package org.xudai.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xudai.signing.SignatureReport.Problem;
import org.xudai.signing.SignatureReport.Verdict;

/** What is said of signatures that somebody hands in. */
class SignatureCheckTests {

    private final SignedForms forms = new SignedForms();
    private final byte[] signed = forms.signedByThree();

    @TempDir
    Path directory;

    /** What somebody does to a file. */
    @FunctionalInterface
    private interface Change {
        void to(PDDocument document) throws IOException;
    }

    @Test
    void aFormWithoutSignatureIsNotSigned() {
        assertThat(check(forms.issued()).verdict()).isEqualTo(Verdict.NOT_SIGNED);
    }

    @Test
    void whatIsNoPdfIsAnAnswerToo() {
        assertThat(check("%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(SignatureReport.unreadable());
    }

    @Test
    void aSignerNobodyKnowsIsIntactAndUnknown() {
        SignatureReport report = new SignatureCheck(TrustMaterial.NONE)
                .check(signed, ExpectedPaper.ANY, Authorities.NOW.plusSeconds(60));
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.UNKNOWN_SIGNER);
        assertThat(report.isIntact()).isTrue();
    }

    @Test
    void theBanksOwnSealIsNoSignatureOfACustomer() throws Exception {
        X509Certificate seal = (X509Certificate) forms.bank.getCertificate();
        String own =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(seal.getEncoded()));
        TrustMaterial trust =
                new TrustMaterial(forms.trusted(), List.of(), TrustMaterial.Revocation.NOT_CHECKED, List.of(own));
        SignatureReport report =
                new SignatureCheck(trust).check(signed, ExpectedPaper.ANY, Authorities.NOW.plusSeconds(60));
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.UNKNOWN_SIGNER);
        assertThat(report.signatures()).allMatch(SignatureReport.Signature::bank);
    }

    @Test
    void anAmountPaintedOverAfterSigningIsFound() throws IOException {
        assertBroken(changed(document -> {
            PDPage page = document.getPage(0);
            try (PDPageContentStream content =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                content.setNonStrokingColor(1f);
                content.addRect(100, 400, 200, 40);
                content.fill();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
            page.getResources().getCOSObject().setNeedToBeUpdated(true);
        }));
    }

    @Test
    void aStampLaidOverTheTextIsFound() throws IOException {
        assertBroken(changed(document -> {
            PDPage page = document.getPage(0);
            PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
            stamp.setRectangle(new PDRectangle(100, 400, 200, 40));
            stamp.setContents("1,000,000");
            var all = page.getAnnotations();
            all.add(stamp);
            page.setAnnotations(all);
            page.getCOSObject().setNeedToBeUpdated(true);
        }));
    }

    @Test
    void aFieldChangedAfterSigningIsFound() throws IOException {
        assertBroken(changed(document -> {
            PDField field = document.getDocumentCatalog().getAcroForm().getField("meetingPlace");
            COSDictionary dictionary = field.getCOSObject();
            dictionary.setItem(COSName.V, new COSString("另一个地方"));
            dictionary.setNeedToBeUpdated(true);
        }));
    }

    @Test
    void bytesBehindTheEndAreFound() {
        byte[] longer = Arrays.copyOf(signed, signed.length + 40);
        Arrays.fill(longer, signed.length, longer.length, (byte) ' ');
        assertThat(check(longer).problems()).contains(Problem.NOT_COVERED);
    }

    @Test
    void oneOtherByteIsFound() {
        byte[] other = signed.clone();
        other[forms.issued().length / 2] ^= 1;
        assertThat(check(other).verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void aMissingSignatureIsFound() {
        SignatureReport report = new SignatureCheck(forms.trust())
                .check(signed, new ExpectedPaper(4, List.of()), Authorities.NOW.plusSeconds(60));
        assertThat(report.problems()).containsExactly(Problem.COUNT);
        assertThat(report.verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void itIsToldWhetherAFileBeginsAsItWasIssued() {
        byte[] issued = forms.issued();
        byte[] own = forms.signed(issued, SignedForms.FIRST, SignedForms.drawn());
        ExpectedPaper.Issued version = new ExpectedPaper.Issued(issued.length, sha256(issued));
        assertThat(check(own, version).beginsAsIssued()).isTrue();
        assertThat(check(signed, new ExpectedPaper.Issued(issued.length, sha256(own)))
                        .beginsAsIssued())
                .isFalse();
        assertThat(check(own, new ExpectedPaper.Issued(own.length + 1L, sha256(own)))
                        .beginsAsIssued())
                .isFalse();
    }

    @Test
    void aWithdrawnCertificateIsNotKnownAndWithoutAListNoneIs() {
        KeyStore.PrivateKeyEntry signer = forms.authority.signer("Chen");
        byte[] own = forms.sealer(signer)
                .seal(forms.issued(), SignedForms.FIRST, SignedForms.drawn(), "陈茂生", Authorities.NOW);
        X509Certificate certificate = (X509Certificate) signer.getCertificate();

        assertThat(verdict(own, forms.trust(forms.authority.revocationList()))).isEqualTo(Verdict.TRUSTED);
        assertThat(verdict(own, forms.trust(forms.authority.revocationList(certificate))))
                .isEqualTo(Verdict.UNKNOWN_SIGNER);
        assertThat(verdict(
                        own,
                        new TrustMaterial(forms.trusted(), List.of(), TrustMaterial.Revocation.REQUIRED, List.of())))
                .isEqualTo(Verdict.UNKNOWN_SIGNER);
    }

    private Verdict verdict(byte[] pdf, TrustMaterial trust) {
        return new SignatureCheck(trust)
                .check(pdf, ExpectedPaper.ANY, Authorities.NOW.plusSeconds(60))
                .verdict();
    }

    private SignatureReport check(byte[] pdf, ExpectedPaper.Issued... issued) {
        return new SignatureCheck(forms.trust())
                .check(pdf, new ExpectedPaper(null, List.of(issued)), Authorities.NOW.plusSeconds(60));
    }

    /** The strict policy says so, and another reader does not call the whole document signed. */
    private void assertBroken(byte[] pdf) throws IOException {
        SignatureReport report = check(pdf);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.BROKEN);
        if (Pdfsig.isThere()) {
            assertThat(Pdfsig.says(directory, pdf)).doesNotContain("Total document signed");
        }
    }

    private byte[] changed(Change change) throws IOException {
        try (PDDocument document = Loader.loadPDF(signed)) {
            change.to(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

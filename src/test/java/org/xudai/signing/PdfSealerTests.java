package org.xudai.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xudai.pdf.Ink;

/** The bank's seal over marks that signers made on the screen. */
class PdfSealerTests {

    private final SignedForms forms = new SignedForms();

    @TempDir
    Path directory;

    @Test
    void threeShareholdersInOrderPassTheStrictPolicy() {
        byte[] issued = forms.issued();
        byte[] first = forms.signed(issued, SignedForms.FIRST, SignedForms.drawn());
        byte[] second = forms.signed(first, SignedForms.SECOND, Ink.typed("欧阳䶮", SignedForms.DAY));
        byte[] third = forms.signed(second, SignedForms.THIRD, SignedForms.drawn());

        assertThat(Arrays.copyOf(first, issued.length)).isEqualTo(issued);
        assertThat(Arrays.copyOf(second, first.length)).isEqualTo(first);
        assertThat(Arrays.copyOf(third, second.length)).isEqualTo(second);
        SignatureReport report = new SignatureCheck(forms.trust())
                .check(third, new ExpectedPaper(3, List.of()), Authorities.NOW.plusSeconds(60));
        assertThat(report.problems()).as(report.toString()).isEmpty();
        assertThat(report.verdict()).as(report.toString()).isEqualTo(SignatureReport.Verdict.TRUSTED);
        assertThat(report.signatures())
                .hasSize(3)
                .allSatisfy(signature -> assertThat(signature.level()).isEqualTo(PdfSealer.LEVEL))
                .allSatisfy(signature -> assertThat(signature.stampedAt()).isEqualTo(Authorities.NOW));
    }

    @Test
    void anotherReaderFindsEverySignatureValidAndTheWholeDocumentSigned() throws IOException {
        assumeTrue(Pdfsig.isThere(), "not run: pdfsig (Debian: poppler-utils) is not there");

        String opinion = Pdfsig.says(directory, forms.signedByThree());

        assertThat(opinion.split("Signature is Valid", -1)).as(opinion).hasSize(4);
        assertThat(opinion).contains("Total document signed");
    }

    @Test
    void whatWasDrawnIsLinesAndWhatWasTypedIsText() throws IOException {
        try (PDDocument document = Loader.loadPDF(forms.signedByThree())) {
            List<PDResources> drawn = new ArrayList<>();
            for (PDField field : document.getDocumentCatalog().getAcroForm().getFieldTree()) {
                if (field instanceof PDSignatureField signature) {
                    drawn.add(signature
                            .getWidgets()
                            .get(0)
                            .getAppearance()
                            .getNormalAppearance()
                            .getAppearanceStream()
                            .getResources());
                }
            }
            assertThat(drawn)
                    .hasSize(3)
                    .allSatisfy(
                            resources -> assertThat(resources.getXObjectNames()).isEmpty())
                    .allSatisfy(
                            resources -> assertThat(resources.getFontNames()).isNotEmpty());
            PDFTextStripper text = new PDFTextStripper();
            document.getDocumentCatalog().getAcroForm().flatten();
            assertThat(text.getText(document)).contains("欧阳䶮").contains(SignedForms.DAY);
            assertThat(document.getDocument().getTrailer().getItem(COSName.ROOT))
                    .isNotNull();
        }
    }

    @Test
    void whatProvesTheSealsLaterIsAddedBehindThem() {
        byte[] signed = forms.signedByThree();

        byte[] raised =
                forms.sealer(forms.bank).raise(signed, Authorities.NOW, List.of(forms.authority.revocationList()));

        assertThat(Arrays.copyOf(raised, signed.length)).isEqualTo(signed);
        SignatureReport report = new SignatureCheck(forms.trust())
                .check(raised, new ExpectedPaper(3, List.of()), Authorities.NOW.plusSeconds(60));
        assertThat(report.verdict()).as(report.toString()).isEqualTo(SignatureReport.Verdict.TRUSTED);
        assertThat(report.signatures())
                .allSatisfy(signature -> assertThat(signature.level()).isEqualTo("PAdES-BASELINE-LT"));
    }

    @Test
    void nothingIsSealedWithoutATimeStamp() {
        PdfSealer sealer = forms.withoutClock();
        assertThat(sealer.hasAuthority()).isFalse();
        assertThatThrownBy(() ->
                        sealer.seal(forms.issued(), SignedForms.FIRST, SignedForms.drawn(), "陈茂生", Authorities.NOW))
                .isInstanceOf(TimestampUnavailable.class);
    }
}

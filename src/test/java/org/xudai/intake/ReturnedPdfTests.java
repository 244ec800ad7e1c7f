package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xudai.forms.FilledForm;
import org.xudai.forms.FormBox;
import org.xudai.intake.compare.IssuedPage;
import org.xudai.intake.compare.ReturnedPdf;
import org.xudai.intake.studio.Studio;
import org.xudai.pdf.ReceivedPdf;

/** A form that comes back as a file: what was typed into it is told, what was changed in it is found. */
class ReturnedPdfTests {

    private static final long SEED = 26;
    private static final String AMOUNT = "balance";

    private static final FilledForm FORM =
            new Studio().form("application", SEED).filled();

    @TempDir
    static Path directory;

    /** What somebody does to a file. */
    private interface Deed {
        void on(PDDocument document) throws Exception;
    }

    @Test
    void theIssuedFileIsUnaltered() throws Exception {
        ReturnedPdf returned = compared(FORM.pdf());

        assertThat(returned.altered()).isEmpty();
        assertThat(returned.filled()).isEmpty();
    }

    @Test
    void savedAnewItIsUnaltered() throws Exception {
        ReturnedPdf returned = compared(saved(document -> {}));

        assertThat(returned.altered()).isEmpty();
    }

    @Test
    void aValueThatReadsDifferentlyIsAltered() throws Exception {
        ReturnedPdf returned = compared(saved(document -> type(document, AMOUNT, "9,000,000.00")));

        assertThat(returned.altered()).extracting(FormBox::name).containsOnly(AMOUNT);
    }

    @Test
    void aValueThatLooksDifferentIsAlteredEvenThoughItReadsTheSame() throws Exception {
        FormBox box = FORM.layout().pages().get(0).boxes().stream()
                .filter(found -> found.name().equals(AMOUNT))
                .findFirst()
                .orElseThrow();
        ReturnedPdf returned = compared(saved(document -> {
            try (PDPageContentStream content = new PDPageContentStream(
                    document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true, true)) {
                float top = document.getPage(0).getCropBox().getUpperRightY() - (float) box.y();
                content.addRect((float) box.x() + 4, top - (float) box.height() + 3, 3, (float) box.height() - 6);
                content.fill();
            }
        }));

        assertThat(returned.altered()).extracting(FormBox::name).containsOnly(AMOUNT);
    }

    @Test
    void whatWasTypedIntoAnOpenFieldIsNamed() throws Exception {
        FormBox open = FORM.layout().pages().stream()
                .flatMap(page -> page.boxes().stream())
                .filter(box -> box.kind() == FormBox.Kind.TEXT)
                .findFirst()
                .orElseThrow();

        ReturnedPdf returned = compared(saved(document -> type(document, open.name(), "12")));

        assertThat(returned.altered()).isEmpty();
        assertThat(returned.filled()).containsExactly(Map.entry(open.name(), "12"));
    }

    private static void type(PDDocument document, String name, String text) {
        PDField field = document.getDocumentCatalog().getAcroForm().getField(name);
        field.getCOSObject().setItem(COSName.V, new COSString(text));
    }

    private static byte[] saved(Deed deed) throws Exception {
        try (PDDocument document = Loader.loadPDF(FORM.pdf())) {
            deed.on(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static ReturnedPdf compared(byte[] received) throws Exception {
        List<BufferedImage> issued = UploadWorld.printed(FORM.pdf());
        List<BufferedImage> pictures = UploadWorld.printed(received);
        List<ReturnedPdf.Page> pages = new ArrayList<>();
        for (int page = 0; page < issued.size(); page++) {
            pages.add(new ReturnedPdf.Page(
                    new IssuedPage(issued.get(page), FORM.layout().pages().get(page)), pictures.get(page)));
        }
        return ReturnedPdf.of(pages, fields(FORM.pdf()), fields(received));
    }

    private static Map<String, String> fields(byte[] pdf) throws Exception {
        Path file = Files.createTempFile(directory, "form", ".pdf");
        Files.write(file, pdf);
        try (ReceivedPdf.Pages pages = new ReceivedPdf().open(file, Duration.ofMinutes(1))) {
            return pages.fields();
        }
    }
}

package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xudai.intake.UploadWorld.APPLICATION;

import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.xudai.forms.FormBox;
import org.xudai.forms.FormLayout;
import org.xudai.intake.UploadWorld.Judged;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** Forms that come back as files: what was changed in them is found, what was typed into them is told. */
@RunningXudai
@Import(UploadWorld.class)
class ReturnedFileTests {

    private static final String AMOUNT = "balance";
    private static final float SMALLER = 0.94f;

    @Autowired
    CaseWorld world;

    @Autowired
    UploadWorld uploads;

    private CaseNumber number = CaseNumber.of(2026, 1);
    private byte[] form = {};

    /** What somebody does to a file. */
    private interface Deed {
        void on(PDDocument document) throws Exception;
    }

    @BeforeEach
    void aCaseHasItsForms() {
        number = world.collecting(LoanRows.eligible());
        form = uploads.issued(number, APPLICATION);
    }

    @Test
    void anotherAmountUnderTheSameLooksIsFound() throws Exception {
        Judged back = uploads.handIn(number, APPLICATION, saved(document -> type(document, AMOUNT, "9,000,000.00")));

        Finding altered = back.findings().stream()
                .filter(finding -> finding.code().equals("VALUE_ALTERED"))
                .findFirst()
                .orElseThrow();
        FormBox box = amount();
        assertThat(altered.level()).isEqualTo(Finding.Level.ASK);
        assertThat(altered.page()).isEqualTo(1);
        assertThat(altered.box()).isEqualTo(new Finding.Box(box.x(), box.y(), box.width(), box.height()));
        assertThat(altered.photo()).hasSize(4);
    }

    @Test
    void anAmountPaintedOverInWhatWasAppendedIsFoundThoughTheFileBeginsAsIssued() throws Exception {
        FormBox box = amount();
        byte[] appended;
        try (PDDocument document = Loader.loadPDF(form);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = document.getPage(0);
            try (PDPageContentStream pen =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                float top = page.getCropBox().getUpperRightY() - (float) box.y();
                pen.addRect((float) box.x() + 4, top - (float) box.height() + 3, 3, (float) box.height() - 6);
                pen.fill();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
            page.getResources().getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
            appended = out.toByteArray();
        }
        assertThat(appended).startsWith(form);

        Judged back = uploads.handIn(number, APPLICATION, appended);

        assertThat(back.codes()).contains("VALUE_ALTERED");
    }

    @Test
    void aFormPrintedToASmallerFileIsUnaltered() throws Exception {
        byte[] smaller = printed(new Matrix(SMALLER, 0, 0, SMALLER, 18, 25));

        Judged back = uploads.handIn(number, APPLICATION, smaller);

        assertThat(back.codes()).containsExactlyInAnyOrder("NOT_SIGNED", "NOT_SCANNED");
    }

    @Test
    void aFormPrintedToAFileThatCutsItsLowestValueOffIsNotPassed() throws Exception {
        FormLayout.Page page =
                uploads.papers().layout(number, APPLICATION).pages().get(0);
        double lowest = page.boxes().stream()
                .filter(box -> box.kind() == FormBox.Kind.VALUE)
                .mapToDouble(box -> box.y() + box.height() / 2)
                .max()
                .orElseThrow();
        byte[] lower = printed(Matrix.getTranslateInstance(0, (float) (lowest - page.height())));

        Judged back = uploads.handIn(number, APPLICATION, lower);

        assertThat(back.codes()).contains("CUT_OFF");
    }

    @Test
    void whatWasTypedIntoTheFileIsTold() throws Exception {
        Judged back = uploads.handIn(number, APPLICATION, saved(document -> type(document, "use", "采购秋茶")));

        assertThat(back.codes()).contains("TEXT_TYPED", "NOT_SIGNED").doesNotContain("VALUE_ALTERED");
    }

    private FormBox amount() {
        return uploads.papers().layout(number, APPLICATION).pages().get(0).boxes().stream()
                .filter(box -> box.name().equals(AMOUNT))
                .findFirst()
                .orElseThrow();
    }

    private static void type(PDDocument document, String name, String text) {
        document.getDocumentCatalog()
                .getAcroForm()
                .getField(name)
                .getCOSObject()
                .setItem(COSName.V, new COSString(text));
    }

    /** The form as a printer's driver makes a file of it, laid otherwise on its sheets. */
    private byte[] printed(Matrix laid) throws Exception {
        try (PDDocument issued = Loader.loadPDF(form);
                PDDocument printed = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            issued.getDocumentCatalog().getAcroForm().flatten();
            LayerUtility layers = new LayerUtility(printed);
            for (int page = 0; page < issued.getNumberOfPages(); page++) {
                PDPage sheet = new PDPage(issued.getPage(page).getMediaBox());
                printed.addPage(sheet);
                PDFormXObject picture = layers.importPageAsForm(issued, page);
                try (PDPageContentStream content = new PDPageContentStream(printed, sheet)) {
                    content.transform(laid);
                    content.drawForm(picture);
                }
            }
            printed.save(out);
            return out.toByteArray();
        }
    }

    private byte[] saved(Deed deed) throws Exception {
        try (PDDocument document = Loader.loadPDF(form);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            deed.on(document);
            document.save(out);
            return out.toByteArray();
        }
    }
}

package org.xudai.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the forms look like on paper and say to those who cannot see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormPaperTests {

    private static final double MM = 72 / 25.4;
    private static final int DPI = 110;

    private FormFixture fixture;

    @BeforeAll
    void open(@TempDir Path directory) {
        fixture = new FormFixture(directory.resolve("keys"));
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    static Stream<String> codes() {
        return Stream.of(
                "application",
                "whitelist-confirmation",
                "credit-authorization",
                "shareholder-resolution",
                "guarantor-consent",
                "authorization-letter");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void thePageCodeIsReadFromEveryPage(String code) throws Exception {
        FilledForm filled = filled(code);
        int number = fixture.forms().template(code).orElseThrow().number();
        List<PageCode> read = new ArrayList<>();
        for (BufferedImage page : pages(filled.pdf())) {
            String text = new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(luminance(page))))
                    .getText();
            assertThat(text).hasSizeLessThanOrEqualTo(67).matches("[0-9A-Z $%*+./:-]+");
            read.add(fixture.forms().readPageCode(text).orElseThrow());
        }

        assertThat(read).hasSize(filled.pages());
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i)).isEqualTo(new PageCode(FormFixture.CASE, number, 3, i + 1, filled.pages()));
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyPrintedValueShowsInkInItsBox(String code) throws Exception {
        FilledForm filled = filled(code);
        List<BufferedImage> pages = pages(filled.pdf());
        int looked = 0;
        for (FormBox box : boxes(filled)) {
            boolean ink = ink(pages.get(box.page() - 1), box);
            if (box.kind() == FormBox.Kind.VALUE) {
                assertThat(ink).as(box.name()).isTrue();
                looked++;
            } else if (box.kind() != FormBox.Kind.CODE) {
                assertThat(ink).as(box.name() + " is empty").isFalse();
            }
        }
        assertThat(looked).isGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aSealHasRoomAndTouchesNothingPrinted(String code) {
        for (FormLayout.Page page : filled(code).layout().pages()) {
            assertThat(page.boxes().stream().filter(box -> box.kind() == FormBox.Kind.CODE))
                    .singleElement()
                    .satisfies(box -> assertThat(box.width()).isGreaterThanOrEqualTo(28 * MM - 0.1));
            for (FormBox seal : page.boxes()) {
                if (seal.kind() != FormBox.Kind.SEAL) {
                    continue;
                }
                assertThat(Math.min(seal.width(), seal.height())).isGreaterThanOrEqualTo(46 * MM);
                assertThat(page.boxes().stream()
                                .filter(box -> box.kind() == FormBox.Kind.VALUE || box.kind() == FormBox.Kind.CODE))
                        .allSatisfy(box -> assertThat(distance(seal, box)).isGreaterThanOrEqualTo(5 * MM));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theBoxesLieOnThePageAndMarksDoNotOverlap(String code) {
        FilledForm filled = filled(code);
        for (FormLayout.Page page : filled.layout().pages()) {
            assertThat(page.boxes()).allSatisfy(box -> {
                assertThat(box.x()).isGreaterThan(20);
                assertThat(box.y()).isGreaterThan(20);
                assertThat(box.x() + box.width()).isLessThan(page.width() - 20);
                assertThat(box.y() + box.height()).isLessThan(page.height() - 20);
            });
            List<FormBox> boxes = page.boxes();
            for (int i = 0; i < boxes.size(); i++) {
                for (FormBox other : boxes.subList(i + 1, boxes.size())) {
                    assertThat(distance(boxes.get(i), other))
                            .as(boxes.get(i).name() + " and " + other.name())
                            .isGreaterThan(0);
                }
            }
        }
        assertThat(boxes(filled)).extracting(FormBox::kind).contains(FormBox.Kind.SIGNATURE, FormBox.Kind.DATE);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aScreenReaderGetsTitleLanguageTooltipsAndOrder(String code) throws Exception {
        FilledForm filled = filled(code);
        try (PDDocument document = Loader.loadPDF(filled.pdf())) {
            var catalog = document.getDocumentCatalog();
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo(fixture.forms()
                            .template(code)
                            .orElseThrow()
                            .titles()
                            .get("zh-CN"));
            assertThat(catalog.getLanguage()).isEqualTo("zh-CN");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getAcroForm().getNeedAppearances()).isFalse();
            for (PDField field : catalog.getAcroForm().getFieldTree()) {
                assertThat(field.getAlternateFieldName())
                        .as(field.getPartialName())
                        .isNotBlank();
            }
            for (PDPage page : document.getPages()) {
                assertThat(page.getCOSObject().getNameAsString("Tabs")).isEqualTo("S");
                for (PDAnnotation widget : page.getAnnotations()) {
                    assertThat(widget.getCOSObject().containsKey(COSName.STRUCT_PARENT))
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theFontsAreInTheFile(String code) throws Exception {
        try (PDDocument document = Loader.loadPDF(filled(code).pdf())) {
            int looked = 0;
            for (PDField field : document.getDocumentCatalog().getAcroForm().getFieldTree()) {
                for (PDAnnotation widget : field.getWidgets()) {
                    var resources = widget.getNormalAppearanceStream().getResources();
                    for (COSName name : resources.getFontNames()) {
                        assertThat(resources.getFont(name).isEmbedded()).isTrue();
                        looked++;
                    }
                }
            }
            assertThat(looked).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void qpdfFindsNothingWrong(String code, @TempDir Path directory) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/qpdf")), "no qpdf here");
        Path file = directory.resolve(code + ".pdf");
        Files.write(file, filled(code).pdf());

        Process check = new ProcessBuilder("/usr/bin/qpdf", "--check", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void popplerShowsTheSamePages(String code, @TempDir Path directory) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdftoppm")), "no poppler here");
        FilledForm filled = filled(code);
        Path file = directory.resolve(code + ".pdf");
        Files.write(file, filled.pdf());
        Process process = new ProcessBuilder(
                        "/usr/bin/pdftoppm",
                        "-r",
                        Integer.toString(DPI),
                        "-png",
                        file.toString(),
                        directory.resolve("page").toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
        assertThat(process.waitFor()).isZero();

        List<BufferedImage> ours = pages(filled.pdf());
        List<BufferedImage> theirs = new ArrayList<>();
        for (int page = 1; page <= ours.size(); page++) {
            theirs.add(ImageIO.read(directory.resolve("page-" + page + ".png").toFile()));
        }
        for (FormBox box : boxes(filled)) {
            assertThat(darkness(theirs.get(box.page() - 1), box))
                    .as(box.name())
                    .isCloseTo(darkness(ours.get(box.page() - 1), box), Percentage.withPercentage(15));
        }
    }

    /** Ink in a box; a little is added so that empty boxes can be compared. */
    private static double darkness(BufferedImage page, FormBox box) {
        double scale = DPI / 72.0;
        double sum = 1_000;
        for (int y = (int) Math.ceil(box.y() * scale) + 1; y < (box.y() + box.height()) * scale - 2; y++) {
            for (int x = (int) Math.ceil(box.x() * scale) + 1; x < (box.x() + box.width()) * scale - 2; x++) {
                sum += 255 - (page.getRGB(x, y) & 0xff);
            }
        }
        return sum;
    }

    private FilledForm filled(String code) {
        return fixture.forms().fill(FormFixture.CASE, code, 3, FormFixture.loanBook(), Map.of());
    }

    private static List<FormBox> boxes(FilledForm form) {
        return form.layout().pages().stream()
                .flatMap(page -> page.boxes().stream())
                .toList();
    }

    private static List<BufferedImage> pages(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<BufferedImage> images = new ArrayList<>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                images.add(new PDFRenderer(document).renderImageWithDPI(i, DPI, ImageType.RGB));
            }
            return images;
        }
    }

    private static RGBLuminanceSource luminance(BufferedImage page) {
        int width = page.getWidth();
        int height = page.getHeight();
        return new RGBLuminanceSource(width, height, page.getRGB(0, 0, width, height, null, 0, width));
    }

    private static boolean ink(BufferedImage page, FormBox box) {
        double scale = DPI / 72.0;
        for (int y = (int) Math.ceil(box.y() * scale) + 1; y < (box.y() + box.height()) * scale - 2; y++) {
            for (int x = (int) Math.ceil(box.x() * scale) + 1; x < (box.x() + box.width()) * scale - 2; x++) {
                if ((page.getRGB(x, y) & 0xff) < 110) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Distance of the edges, negative where the boxes overlap. */
    private static double distance(FormBox one, FormBox other) {
        double across = Math.max(other.x() - one.x() - one.width(), one.x() - other.x() - other.width());
        double down = Math.max(other.y() - one.y() - one.height(), one.y() - other.y() - other.height());
        return Math.max(across, down);
    }
}

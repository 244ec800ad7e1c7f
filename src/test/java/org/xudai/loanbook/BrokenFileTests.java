package org.xudai.loanbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xudai.loanbook.LoanBookFixture.LOAN;
import static org.xudai.loanbook.LoanBookFixture.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xudai.loanbook.LoanImports.ImportReport;
import org.xudai.loanbook.LoanImports.Rejection;
import org.xudai.loanbook.LoanImports.UnreadableFile;

/** One broken row among many is named, and all the others come in. */
class BrokenFileTests {

    @TempDir
    Path directory;

    private static final Map<LoanColumn, String> FIRST = Map.of(LoanColumn.NUMBER, "JJ2025000001");
    private static final Map<LoanColumn, String> SECOND = Map.of(LoanColumn.NUMBER, "JJ2025000002");
    private static final Map<LoanColumn, String> THIRD = Map.of(LoanColumn.NUMBER, "JJ2025000003");

    private final LoanBookFixture it = new LoanBookFixture();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void aRowWithBytesOfAnotherEncodingIsNamed(String charset) {
        byte[] bytes = file(FIRST, SECOND, THIRD).getBytes(Charset.forName(charset));
        bytes[indexOf(bytes, "JJ2025000002") + 15] = (byte) 0xFF;

        ImportReport report = it.importing(bytes);

        assertThat(report.created()).isEqualTo(2);
        assertThat(report.rejected()).containsExactly(new Rejection(3, "", "", "row-encoding"));
    }

    @Test
    void aQuoteThatIsNeverClosedBreaksItsOwnRowAlone() {
        String text = file(FIRST, SECOND, THIRD).replace("\"JJ2025000002\"", "\"JJ2025000002");
        String open = file(FIRST) + "\r\n" + line(SECOND).replaceFirst(",\"[^\"]*\"$", ",\"2027-01-03") + "\r\n"
                + line(THIRD);
        assertThat(it.importing(text).created()).isEqualTo(2);

        ImportReport report = new LoanBookFixture().importing(open);
        assertThat(report.created()).isEqualTo(2);
        assertThat(report.rejected()).containsExactly(new Rejection(3, "", "", "row-quote"));
    }

    @Test
    void aColumnNobodyAskedForMayHoldLineBreaks() {
        String text = file(FIRST, SECOND)
                .replace("\"JJ2025000001\"", "\"一行\n二行，有\"\"引号\"\"\",\"JJ2025000001\"")
                .replace("\"JJ2025000002\"", "\"\",\"JJ2025000002\"")
                .replaceFirst("借据号", "备注,借据号");
        assertThat(it.importing(text).created()).isEqualTo(2);
    }

    @Test
    void aRowWithoutAnEndIsNamed() {
        String text = file(FIRST, SECOND, THIRD).replace("\"JJ2025000002\"", "x".repeat(100_000));

        ImportReport report = it.importing(text);

        assertThat(report.created()).isEqualTo(2);
        assertThat(report.rejected()).containsExactly(new Rejection(3, "", "", "row-too-long"));
    }

    @Test
    void aFileCutOffInTheMiddleOfARowBringsInTheRowsBefore() {
        String text = file(FIRST, SECOND, THIRD);

        ImportReport report = it.importing(text.substring(0, text.length() - 60));

        assertThat(report.created()).isEqualTo(2);
        assertThat(report.rejectedRows()).isEqualTo(1);
        assertThat(report.rejected()).allMatch(rejection -> rejection.row() == 4);
    }

    @Test
    void linesMayEndAsOnOldMacs() {
        assertThat(it.importing(file(FIRST, SECOND).replace("\r\n", "\r")).created())
                .isEqualTo(2);
    }

    @Test
    void allRejectedValuesCanBeHadBeyondThoseThatAReportShows() {
        StringBuilder text = new StringBuilder(file(Map.of()));
        String bad = line(Map.of(LoanColumn.CURRENCY, "USD"));
        for (int i = 0; i < 2_500; i++) {
            text.append("\r\n").append(bad.replace("JJ2025000117", "JX%06d".formatted(i)));
        }

        ImportReport report = it.importing(text.toString());

        assertThat(report.rejectedRows()).isEqualTo(2_500);
        assertThat(report.rejected()).hasSize(1_000);
        java.util.List<Rejection> all = new java.util.ArrayList<>();
        it.imports.rejections(report.id(), all::add);
        assertThat(all).extracting(Rejection::row).hasSize(2_500).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aWorkbookThatUnpacksWithoutEndIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] texts = "<si><t>茶</t></si>".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 400; i++) {
                zip.write(texts);
            }
        }
        byte[] workbook = bytes.toByteArray();

        assertThat(workbook.length).isLessThan(1_000_000);
        assertThatThrownBy(() -> it.importing(workbook))
                .isInstanceOfSatisfying(UnreadableFile.class, refused -> assertThat(refused.problem())
                        .isEqualTo("import-workbook-too-large"));
        assertThat(it.loans.find(LOAN)).isEmpty();
    }

    @Test
    void aWorkbookWhoseTextsAreDamagedIsRefused() throws IOException {
        byte[] workbook = damaged(workbook());

        assertThatThrownBy(() -> it.importing(workbook))
                .isInstanceOfSatisfying(UnreadableFile.class, refused -> assertThat(refused.problem())
                        .isEqualTo("import-not-a-table"));
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("loans").value(0, 0, LoanColumn.NUMBER.header());
        }
        return bytes.toByteArray();
    }

    /** With a character in its texts that is none. */
    private byte[] damaged(byte[] workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Path file = Files.write(directory.resolve("whole.xlsx"), workbook);
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.write(text.replaceAll("(<t( [^>]*)?>)", "$1&#xm;").getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String line(Map<LoanColumn, String> row) {
        return file(row).lines().skip(1).findFirst().orElseThrow();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}

package org.xudai.loanbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.xudai.testing.ChangedSample;
import org.xudai.testing.LoanRows;

/** Whatever comes as a loan book: each row is read or refused with a reason, and the file never takes the reader along. */
class LoanFileFuzz {

    private static final byte[] CSV =
            (LoanRows.HEADER + LoanRows.eligible().line()).getBytes(StandardCharsets.UTF_8);
    private static final byte[] XLSX = workbook();
    private static final int MOST = 64;

    private static byte[] workbook() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "fuzz", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("loans");
            String[] header = LoanRows.HEADER.strip().split(",", -1);
            String[] cells = LoanRows.eligible().line().strip().split(",", -1);
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
                sheet.value(1, i, cells[i]);
            }
            workbook.finish();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    @FuzzTest(maxDuration = "1m")
    void aFileIsReadOrRefusedWithAReason(FuzzedDataProvider data) throws IOException {
        byte[] sample = data.consumeBoolean() ? CSV : XLSX;
        byte[] file = ChangedSample.of(sample, MOST, data);

        try (UploadCopy copy = UploadCopy.of(new ByteArrayInputStream(file));
                TableRows rows = TableRows.of(copy)) {
            Header<LoanColumn> header = new Header<>(LoanColumn.class, LoanColumn::header);
            for (Optional<ImportRun.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                read(row.get(), header);
            }
        } catch (LoanImports.UnreadableFile refused) {
            assertThat(refused.problem()).isNotEmpty();
        }
    }

    private static void read(ImportRun.Row row, Header<LoanColumn> header) {
        if (row.isBroken() || header.takes(row.cells())) {
            return;
        }
        RowReader reader = new RowReader(row.number(), header.cells(row.cells()));
        boolean good = reader.read().isPresent();
        assertThat(good || !reader.problems().isEmpty()).isTrue();
    }
}

package org.xudai.loanbook;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Rows of the first sheet of an XLSX file. */
final class WorkbookRows implements TableRows {

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    private WorkbookRows(ReadableWorkbook workbook, Stream<Row> stream) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
    }

    static WorkbookRows of(UploadCopy copy) throws IOException {
        try (InputStream in = copy.open()) {
            WorkbookWeight.check(copy.size(), in);
        }
        try {
            ReadableWorkbook workbook = new ReadableWorkbook(copy.open());
            return new WorkbookRows(workbook, workbook.getFirstSheet().openStream());
        } catch (ExcelReaderException | UncheckedStreamException | IOException | NoSuchElementException e) {
            throw new LoanImports.UnreadableFile("import-not-a-table", "");
        }
    }

    @Override
    public Optional<ImportRun.Row> next() {
        try {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            Row row = rows.next();
            List<String> cells = new ArrayList<>(row.getCellCount());
            for (int i = 0; i < row.getCellCount(); i++) {
                cells.add(row.getOptionalCell(i).map(WorkbookRows::text).orElse(""));
            }
            return Optional.of(new ImportRun.Row(row.getRowNum(), cells, ""));
        } catch (ExcelReaderException | UncheckedStreamException | UncheckedIOException e) {
            throw new LoanImports.UnreadableFile("import-not-a-table", "");
        }
    }

    private static String text(Cell cell) {
        return cell.getType() == CellType.NUMBER ? cell.asNumber().toPlainString() : cell.getText();
    }

    @Override
    public boolean showsProgress() {
        return false;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}

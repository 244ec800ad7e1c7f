package org.xudai.loanbook;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads the rows of a CSV (UTF-8 or GB18030) or XLSX file one after the other, header first. */
final class TableFile {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** What takes a row: its number in the file (the header is 1) and its cells. */
    @FunctionalInterface
    interface RowTaker {
        void take(long number, List<String> cells);
    }

    private TableFile() {}

    static void read(Path file, RowTaker taker) throws IOException {
        byte[] start = start(file);
        if (start.length >= 4 && start[0] == 'P' && start[1] == 'K') {
            readWorkbook(file, taker);
        } else {
            readCsv(file, charsetOf(file), taker);
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }

    private static void readCsv(Path file, Charset charset, RowTaker taker) throws IOException {
        try (InputStream in = withoutMark(new BufferedInputStream(Files.newInputStream(file)));
                Reader reader = new InputStreamReader(in, charset);
                CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(reader)) {
            for (CsvRecord row : csv) {
                taker.take(row.getStartingLineNumber(), row.getFields());
            }
        } catch (de.siegmar.fastcsv.reader.CsvParseException e) {
            throw new LoanImports.UnreadableFile("import-not-a-table", "");
        }
    }

    private static void readWorkbook(Path file, RowTaker taker) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in);
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(row.getOptionalCell(i).map(TableFile::text).orElse(""));
                }
                taker.take(row.getRowNum(), cells);
            });
        } catch (org.dhatim.fastexcel.reader.ExcelReaderException | IOException | NoSuchElementException e) {
            throw new LoanImports.UnreadableFile("import-not-a-table", "");
        }
    }

    private static String text(Cell cell) {
        return cell.getType() == CellType.NUMBER ? cell.asNumber().toPlainString() : cell.getText();
    }

    /** UTF-8 where the whole file is valid UTF-8, else GB18030 where it is valid in that. */
    private static Charset charsetOf(Path file) throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (decodes(file, charset)) {
                return charset;
            }
        }
        throw new LoanImports.UnreadableFile("import-encoding", "");
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
            char[] buffer = new char[8192];
            int read = 0;
            while (read >= 0) {
                read = reader.read(buffer);
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static InputStream withoutMark(BufferedInputStream in) throws IOException {
        in.mark(3);
        byte[] mark = in.readNBytes(3);
        if (mark.length != 3 || mark[0] != (byte) 0xEF || mark[1] != (byte) 0xBB || mark[2] != (byte) 0xBF) {
            in.reset();
        }
        return in;
    }
}

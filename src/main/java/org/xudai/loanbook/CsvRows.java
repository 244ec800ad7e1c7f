package org.xudai.loanbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a CSV file (RFC 4180). A cell in quotes may hold line breaks, where the row then has as many cells as the first
 * one; a quote that is never closed breaks its own line alone.
 */
final class CsvRows implements TableRows {

    /** How many lines a cell with line breaks may take. */
    private static final int MOST_LINES = 20;

    private final CsvLines lines;
    private final Deque<CsvLines.Line> ahead = new ArrayDeque<>();
    private int width;

    CsvRows(InputStream in) {
        this.lines = new CsvLines(in);
    }

    @Override
    public Optional<ImportRun.Row> next() throws IOException {
        Optional<CsvLines.Line> line = line();
        return line.isEmpty() ? Optional.empty() : Optional.of(row(line.get()));
    }

    private Optional<CsvLines.Line> line() throws IOException {
        CsvLines.Line waiting = ahead.poll();
        return waiting == null ? lines.next() : Optional.of(waiting);
    }

    private ImportRun.Row row(CsvLines.Line line) throws IOException {
        if (!line.problem().isEmpty()) {
            return ImportRun.Row.broken(line.number(), line.problem());
        }
        List<String> cells = new ArrayList<>();
        if (!split(line.text(), cells)) {
            return longRow(line);
        }
        if (width == 0 && !line.text().isBlank()) {
            width = cells.size();
        }
        return new ImportRun.Row(line.number(), cells, "");
    }

    /** The line with those after it, up to where its quote is closed; alone where that makes no row. */
    private ImportRun.Row longRow(CsvLines.Line first) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        Deque<CsvLines.Line> taken = new ArrayDeque<>();
        while (taken.size() < MOST_LINES) {
            Optional<CsvLines.Line> more = line();
            if (more.isEmpty()) {
                break;
            }
            taken.add(more.get());
            if (!more.get().problem().isEmpty()) {
                break;
            }
            text.append('\n').append(more.get().text());
            List<String> cells = new ArrayList<>();
            if (split(text.toString(), cells)) {
                if (cells.size() == width) {
                    return new ImportRun.Row(first.number(), cells, "");
                }
                break;
            }
        }
        while (!taken.isEmpty()) {
            ahead.addFirst(taken.removeLast());
        }
        return ImportRun.Row.broken(first.number(), "row-quote");
    }

    /** Splits a text into its cells; false where a quote is still open at its end. */
    private static boolean split(String text, List<String> cells) {
        int at = 0;
        while (true) {
            StringBuilder cell = new StringBuilder();
            if (at < text.length() && text.charAt(at) == '"') {
                at++;
                while (true) {
                    int quote = text.indexOf('"', at);
                    if (quote < 0) {
                        return false;
                    }
                    cell.append(text, at, quote);
                    at = quote + 1;
                    if (at >= text.length() || text.charAt(at) != '"') {
                        break;
                    }
                    cell.append('"');
                    at++;
                }
            }
            int comma = text.indexOf(',', at);
            cell.append(text, at, comma < 0 ? text.length() : comma);
            cells.add(cell.toString());
            if (comma < 0) {
                return true;
            }
            at = comma + 1;
        }
    }

    @Override
    public boolean showsProgress() {
        return true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

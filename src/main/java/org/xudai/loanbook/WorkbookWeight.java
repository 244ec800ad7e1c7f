package org.xudai.loanbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Weighs an XLSX file by unpacking it once, whatever it says of itself: the reader keeps the packed file and its shared
 * texts in memory, and a cell as a whole.
 */
final class WorkbookWeight {

    private static final long PACKED = 48L << 20;
    private static final long TEXTS = 64L << 20;
    private static final long UNPACKED = 1L << 30;

    /** A cell holds at most 32,767 characters, each at most six bytes of XML. */
    private static final int LONGEST_TEXT = 256 * 1024;

    private WorkbookWeight() {}

    /**
     * Refuses what is too heavy.
     *
     * @throws LoanImports.UnreadableFile with {@code import-workbook-too-large}, or where it is no zip file
     */
    static void check(long packed, InputStream in) throws IOException {
        if (packed > PACKED) {
            throw tooLarge();
        }
        byte[] bytes = in.readAllBytes();
        // by the directory, as the reader does: what a writer streams has its sizes there alone
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            long unpacked = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                unpacked += weigh(zip, entry, UNPACKED - unpacked);
            }
        } catch (IOException e) {
            throw new LoanImports.UnreadableFile("import-not-a-table", "");
        }
    }

    private static long weigh(ZipFile zip, ZipArchiveEntry entry, long most) throws IOException {
        boolean texts = entry.getName().endsWith("sharedStrings.xml");
        try (InputStream in = zip.getInputStream(entry)) {
            return weigh(
                    in, texts ? Math.min(TEXTS, most) : most, entry.getName().endsWith(".xml"));
        }
    }

    private static long weigh(InputStream entry, long most, boolean markup) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long weight = 0;
        int sinceTag = 0;
        for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            weight += read;
            for (int i = 0; markup && i < read; i++) {
                sinceTag = buffer[i] == '<' ? 0 : sinceTag + 1;
                if (sinceTag > LONGEST_TEXT) {
                    throw tooLarge();
                }
            }
            if (weight > most) {
                throw tooLarge();
            }
        }
        return weight;
    }

    private static LoanImports.UnreadableFile tooLarge() {
        return new LoanImports.UnreadableFile("import-workbook-too-large", "");
    }
}

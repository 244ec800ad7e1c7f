package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.xudai.pdf.ReceivedPdf;

/** A received PDF with pages that a program drew. */
final class DrawnFile {

    private final Path file;
    private final ReceivedPdf.Pages pages;

    DrawnFile(Path file, ReceivedPdf.Pages pages) {
        this.file = file;
        this.pages = pages;
    }

    /** Whether it is a file that was issued, byte by byte. */
    boolean is(byte[] issued) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Files.size(file) == issued.length && Arrays.equals(in.readNBytes(issued.length), issued);
        }
    }

    /**
     * One page as it looks.
     *
     * @param page from 1
     * @param longSide longest side of the page in pixels
     */
    BufferedImage picture(int page, double longSide) throws IOException {
        return pages.draw(page, longSide).picture();
    }

    /** The values of its fields by name; empty where they were made plain print. */
    Map<String, String> fields() throws IOException {
        return pages.fields();
    }
}

package org.xudai.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Tells the kind of a file by its content; its name is never believed. */
@Component
class FileSniffer {

    private static final int HEAD = 8;

    private final Tika tika = new Tika();

    FileKind kind(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (new String(head, StandardCharsets.ISO_8859_1).startsWith("%PDF-")) {
            return FileKind.PDF;
        }
        String type;
        try (InputStream in = Files.newInputStream(file)) {
            type = tika.detect(in.readNBytes(64 * 1024));
        }
        return switch (type) {
            case "image/jpeg" -> FileKind.JPEG;
            case "image/png", "image/apng" -> FileKind.PNG;
            case "image/tiff" -> FileKind.TIFF;
            case "image/webp" -> FileKind.WEBP;
            case "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence" -> FileKind.HEIC;
            case "application/zip", "application/x-tika-ooxml" -> workbook(file);
            default -> FileKind.OTHER;
        };
    }

    private static FileKind workbook(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("xl/workbook.xml") != null && zip.getEntry("[Content_Types].xml") != null
                    ? FileKind.XLSX
                    : FileKind.OTHER;
        } catch (IOException | IllegalArgumentException e) {
            return FileKind.OTHER;
        }
    }
}

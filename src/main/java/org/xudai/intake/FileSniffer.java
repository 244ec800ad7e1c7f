package org.xudai.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;

/** Tells the kind of a file by its content; its name is never believed. */
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
            case "image/tiff", "image/x-tiff-big" -> FileKind.TIFF;
            case "image/webp" -> FileKind.WEBP;
            case "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence" -> FileKind.HEIC;
            case "application/zip", "application/x-tika-ooxml" -> workbook(file);
            case "application/x-tika-msoffice" -> isLockedWorkbook(file) ? FileKind.LOCKED : FileKind.OTHER;
            default -> isBigTiff(head) ? FileKind.TIFF : FileKind.OTHER;
        };
    }

    /** BigTIFF: byte order, then 43 in it. */
    private static boolean isBigTiff(byte[] head) {
        String start = new String(head, 0, Math.min(4, head.length), StandardCharsets.ISO_8859_1);
        return start.equals("II+\0") || start.equals("MM\0+");
    }

    /** Office files with a password are wrapped in the older format, under this name (MS-OFFCRYPTO, 2.3.4.4). */
    private static boolean isLockedWorkbook(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_16LE).contains("EncryptedPackage");
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

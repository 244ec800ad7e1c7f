package org.xudai.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The collection made here: what the product has to say to each file is that of the large collection's description. */
final class HostileFiles {

    private static final Map<String, byte[]> BY_NAME = new HashMap<>();

    private final List<Made> made = new ArrayList<>();

    private HostileFiles() {}

    /**
     * A file.
     *
     * @param expect what the product has to say
     */
    record Made(String name, String expect, byte[] bytes) {}

    /** The bytes of one of them. */
    static synchronized byte[] named(String name) throws IOException {
        if (BY_NAME.isEmpty()) {
            all().forEach(file -> BY_NAME.put(file.name(), file.bytes()));
        }
        byte[] bytes = BY_NAME.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException("no file " + name);
        }
        return bytes.clone();
    }

    static List<Made> all() throws IOException {
        HostileFiles files = new HostileFiles();
        files.pdfs();
        files.pictures();
        files.workbooks();
        files.others();
        return files.made;
    }

    private void add(String name, String expect, byte[] bytes) {
        made.add(new Made(name, expect, bytes));
    }

    private void pdfs() throws IOException {
        add("plain.pdf", "accept", HostilePdfs.plain());
        add("fifty-pages.pdf", "accept", HostilePdfs.pages(50));
        add("fifty-one-pages.pdf", "reject-bomb", HostilePdfs.pages(51));
        add("scanned.pdf", "accept", HostilePdfs.scanned(HostilePictures.sheet(800, 1130)));
        add("script.pdf", "reject-active", HostilePdfs.withScript());
        add("script-in-field.pdf", "reject-active", HostilePdfs.withScriptInField());
        add("launch.pdf", "reject-active", HostilePdfs.withLaunch());
        add("link.pdf", "reject-active", HostilePdfs.withLink());
        add("submission.pdf", "reject-active", HostilePdfs.withSubmission());
        add("xfa.pdf", "reject-active", HostilePdfs.withXfa());
        add("attachment.pdf", "reject-active", HostilePdfs.withAttachment());
        add("password.pdf", "reject-encrypted", HostilePdfs.withPassword("secret"));
        add("empty-password.pdf", "reject-encrypted", HostilePdfs.withPassword(""));
        add("certificate.pdf", "reject-encrypted", HostilePdfs.forACertificate());
        add("cut-short.pdf", "reject-malformed", HostilePdfs.cutShort());
        add("looping-pages.pdf", "reject-malformed", HostilePdfs.loopingPages());
        add("no-pages.pdf", "reject-malformed", HostilePdfs.withoutPages());
        add("deeply-nested.pdf", "reject-malformed", HostilePdfs.deeplyNested());
        add("stream-in-itself.pdf", "reject-malformed", HostilePdfs.streamInItself());
        add("heavy-drawing.pdf", "reject-bomb", HostilePdfs.withHeavyDrawing());
        add("packed-twice.pdf", "reject-bomb", HostilePdfs.packedTwice());
        add("huge-picture.pdf", "reject-bomb", HostilePdfs.withHugePicture());
        add("huge-inline-picture.pdf", "ask-unreadable", HostilePdfs.withHugeInlinePicture());
        add("nested-drawings.pdf", "ask-unreadable", HostilePdfs.nestedDrawings());
        byte[] late = new byte[600];
        System.arraycopy(HostilePdfs.plain(), 0, late, 10, 590);
        add("header-not-at-the-start.pdf", "reject-malformed", late);
    }

    private void pictures() throws IOException {
        byte[] jpeg = HostilePictures.written(HostilePictures.sheet(300, 400), "jpg");
        add("photo.jpg", "accept", jpeg);
        add("photo-called.pdf", "accept", jpeg);
        add("pdf-called.jpg", "accept", HostilePdfs.plain());
        for (int orientation = 1; orientation <= 8; orientation++) {
            add(
                    "held-" + orientation + ".jpg",
                    "accept",
                    HostilePictures.held(HostilePictures.sheet(300, 400), orientation));
        }
        add("half.jpg", "reject-malformed", HostilePictures.halfOf(jpeg));
        add("half-with-thumbnail.jpg", "reject-malformed", HostilePictures.halfWithThumbnail());
        add("forged-size.jpg", "reject-bomb", HostilePictures.forgedSize());
        add("deep.png", "accept", HostilePictures.deepPng());
        add("bomb.png", "reject-bomb", HostilePictures.bombPng());
        add("flipped.png", "reject-malformed", HostilePictures.flippedPng());
        byte[] png = HostilePictures.written(HostilePictures.noise(80, 80), "png");
        add("half.png", "reject-malformed", HostilePictures.halfOf(png));
        add("three-pages.tiff", "accept", HostilePictures.tiff(3, null));
        add("packed.tiff", "accept", HostilePictures.tiff(2, "LZW"));
        add("half.tiff", "reject-malformed", HostilePictures.halfOf(HostilePictures.tiff(1, null)));
        add("fifty-one-pages.tiff", "reject-bomb", HostilePictures.tiff(51, "LZW"));
        add("picture.gif", "reject-malformed", HostilePictures.written(HostilePictures.sheet(30, 30), "gif"));
        add("picture.bmp", "reject-malformed", HostilePictures.written(HostilePictures.sheet(30, 30), "bmp"));
    }

    private void workbooks() throws IOException {
        add("accounts.xlsx", "accept-table", zip(Map.of()));
        add("macros.xlsx", "reject-active", zip(Map.of("xl/vbaProject.bin", new byte[10])));
        add("old-macros.xlsx", "reject-active", zip(Map.of("xl/macrosheets/sheet1.xml", new byte[10])));
        add("embedded.xlsx", "reject-active", zip(Map.of("xl/embeddings/object1.bin", new byte[10])));
        add("fetching.xlsx", "reject-active", zip(Map.of("xl/externalLinks/externalLink1.xml", new byte[10])));
        add("connected.xlsx", "reject-active", zip(Map.of("xl/connections.xml", new byte[10])));
        add("bomb.xlsx", "reject-bomb", zipBomb());
        add("half.xlsx", "reject-malformed", HostilePictures.halfOf(zip(Map.of())));
        byte[] locked = ("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1" + "\0".repeat(504))
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream withName = new ByteArrayOutputStream();
        withName.writeBytes(locked);
        withName.writeBytes("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
        add("password.xlsx", "reject-encrypted", withName.toByteArray());
    }

    private void others() {
        add("empty.pdf", "reject-malformed", new byte[0]);
        add("one-byte.jpg", "reject-malformed", new byte[] {(byte) 0xff});
        add("program.pdf", "reject-malformed", "MZ\u0090\0".getBytes(StandardCharsets.ISO_8859_1));
        add("page.pdf", "reject-malformed", "<html><script>1</script></html>".getBytes(StandardCharsets.UTF_8));
        add(
                "drawing.jpg",
                "reject-malformed",
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(Map<String, byte[]> more) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
        entries.put("xl/workbook.xml", "<workbook/>".getBytes(StandardCharsets.UTF_8));
        entries.putAll(more);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zipBomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            writeZeroes(zip, 300);
        }
        return bytes.toByteArray();
    }

    private static void writeZeroes(OutputStream out, int megabytes) throws IOException {
        byte[] zeroes = new byte[1 << 20];
        for (int i = 0; i < megabytes; i++) {
            out.write(zeroes);
        }
    }
}

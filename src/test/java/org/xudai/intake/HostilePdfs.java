package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/** PDFs as nobody should send them, and a few as everybody does. */
final class HostilePdfs {

    private static final int NESTED = 12;
    private static final int REPEATED = 10;

    private HostilePdfs() {}

    /** Work on a document of one page. */
    @FunctionalInterface
    private interface Change {
        void on(PDDocument document, PDPage page) throws IOException;
    }

    static byte[] plain() throws IOException {
        return pages(1);
    }

    static byte[] pages(int count) throws IOException {
        return made((document, page) -> {
            write(document, page, "Statement of account");
            for (int i = 1; i < count; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
        });
    }

    static byte[] withScript() throws IOException {
        return made((document, page) ->
                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hello')")));
    }

    /** A script hung on a field's keystroke, far from the catalogue. */
    static byte[] withScriptInField() throws IOException {
        return made((document, page) -> {
            COSDictionary action = new COSDictionary();
            action.setItem(COSName.S, COSName.getPDFName("JavaScript"));
            action.setItem(COSName.JS, new COSString("event.value = 1"));
            COSDictionary triggers = new COSDictionary();
            triggers.setItem(COSName.K, action);
            COSDictionary field = new COSDictionary();
            field.setItem(COSName.FT, COSName.TX);
            field.setItem(COSName.T, new COSString("amount"));
            field.setItem(COSName.AA, triggers);
            PDAcroForm form = new PDAcroForm(document);
            form.getCOSObject().setItem(COSName.FIELDS, new COSArray());
            ((COSArray) form.getCOSObject().getDictionaryObject(COSName.FIELDS)).add(field);
            document.getDocumentCatalog().setAcroForm(form);
        });
    }

    static byte[] withLaunch() throws IOException {
        return made((document, page) -> {
            PDActionLaunch launch = new PDActionLaunch();
            launch.setF("calc.exe");
            document.getDocumentCatalog().setOpenAction(launch);
        });
    }

    static byte[] withLink() throws IOException {
        return made((document, page) -> {
            PDActionURI action = new PDActionURI();
            action.setURI("https://example.com/");
            link(page, action);
        });
    }

    static byte[] withSubmission() throws IOException {
        return made((document, page) -> {
            COSDictionary action = new COSDictionary();
            action.setItem(COSName.S, COSName.getPDFName("SubmitForm"));
            action.setItem(COSName.F, new COSString("https://example.com/take"));
            page.getCOSObject().setItem(COSName.AA, action);
        });
    }

    static byte[] withXfa() throws IOException {
        return made((document, page) -> {
            PDAcroForm form = new PDAcroForm(document);
            PDStream template =
                    new PDStream(document, new ByteArrayInputStream("<xdp:xdp/>".getBytes(StandardCharsets.UTF_8)));
            form.getCOSObject().setItem(COSName.getPDFName("XFA"), template);
            document.getDocumentCatalog().setAcroForm(form);
        });
    }

    static byte[] withAttachment() throws IOException {
        return made((document, page) -> {
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile("letter.exe");
            file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {'M', 'Z'})));
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("letter", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        });
    }

    static byte[] withPassword(String user) throws IOException {
        return made((document, page) -> {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", user, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    /** Says that it is encrypted for somebody's certificate. */
    static byte[] forACertificate() {
        return raw("""
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
                3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj
                4 0 obj <</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 4/Length 128
                  /CF<</DefaultCryptFilter<</CFM/AESV2/Recipients[<00>]>>>>
                  /StmF/DefaultCryptFilter/StrF/DefaultCryptFilter>> endobj
                trailer <</Root 1 0 R/Encrypt 4 0 R/Size 5/ID[<00><00>]>>
                """);
    }

    /** 300 MB of drawing that take 300 KB. */
    static byte[] withHeavyDrawing() throws IOException {
        return made((document, page) -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
                byte[] spaces = new byte[1 << 20];
                Arrays.fill(spaces, (byte) ' ');
                for (int i = 0; i < 300; i++) {
                    out.write(spaces);
                }
            }
            COSStream stream = document.getDocument().createCOSStream();
            try (OutputStream out = stream.createRawOutputStream()) {
                packed.writeTo(out);
            }
            stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
        });
    }

    /** Packed twice: a few bytes that stand for gigabytes. */
    static byte[] packedTwice() throws IOException {
        return made((document, page) -> {
            COSStream stream = document.getDocument().createCOSStream();
            try (OutputStream out = stream.createRawOutputStream()) {
                out.write(new byte[100]);
            }
            COSArray filters = new COSArray();
            filters.add(COSName.FLATE_DECODE);
            filters.add(COSName.FLATE_DECODE);
            stream.setItem(COSName.FILTER, filters);
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
        });
    }

    static byte[] withHugePicture() throws IOException {
        return made((document, page) -> {
            COSStream image = document.getDocument().createCOSStream();
            image.setItem(COSName.SUBTYPE, COSName.IMAGE);
            image.setInt(COSName.WIDTH, 30_000);
            image.setInt(COSName.HEIGHT, 30_000);
            image.setInt(COSName.BITS_PER_COMPONENT, 8);
            image.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
            image.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            try (OutputStream out = image.createRawOutputStream()) {
                out.write(new byte[10]);
            }
            PDResources resources = new PDResources();
            resources.getCOSObject().setItem(COSName.XOBJECT, new COSDictionary());
            resources.getCOSObject().getCOSDictionary(COSName.XOBJECT).setItem(COSName.getPDFName("Im0"), image);
            page.setResources(resources);
            content(document, page, "q 500 0 0 500 0 0 cm /Im0 Do Q");
        });
    }

    /** A huge picture written into the drawing itself, where no dictionary shows it. */
    static byte[] withHugeInlinePicture() throws IOException {
        return made((document, page) -> content(
                document, page, "q 500 0 0 500 0 0 cm BI /W 40000 /H 40000 /BPC 8 /CS /RGB ID 0123456789 EI Q"));
    }

    /** Drawings within drawings, ten of the next in each: a small file that would be drawn until the end of days. */
    static byte[] nestedDrawings() throws IOException {
        return made((document, page) -> {
            PDFormXObject inner = null;
            for (int level = 0; level < NESTED; level++) {
                PDFormXObject outer = new PDFormXObject(document);
                outer.setBBox(new PDRectangle(100, 100));
                outer.setResources(new PDResources());
                StringBuilder drawing = new StringBuilder("0 0 50 50 re f ");
                if (inner != null) {
                    String name = outer.getResources().add(inner).getName();
                    drawing.append(("/" + name + " Do ").repeat(REPEATED));
                }
                try (OutputStream out = outer.getContentStream().createOutputStream()) {
                    out.write(drawing.toString().getBytes(StandardCharsets.US_ASCII));
                }
                inner = outer;
            }
            page.setResources(new PDResources());
            content(document, page, "/" + page.getResources().add(inner).getName() + " Do");
        });
    }

    static byte[] scanned(BufferedImage paper) throws IOException {
        return made((document, page) -> {
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(document, paper),
                        0,
                        0,
                        page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
            }
        });
    }

    static byte[] cutShort() throws IOException {
        byte[] whole = plain();
        return Arrays.copyOf(whole, whole.length / 4);
    }

    /** Its pages are each other's parents. */
    static byte[] loopingPages() {
        return raw("""
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
                3 0 obj <</Type/Pages/Kids[2 0 R]/Count 1>> endobj
                trailer <</Root 1 0 R/Size 4>>
                """);
    }

    static byte[] withoutPages() {
        return raw("""
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
                trailer <</Root 1 0 R/Size 3>>
                """);
    }

    static byte[] deeplyNested() {
        return raw(
                "1 0 obj " + "[".repeat(200_000) + "]".repeat(200_000) + " endobj\ntrailer <</Root 1 0 R/Size 2>>\n");
    }

    /** An object stream (7.5.7) that holds itself. */
    static byte[] streamInItself() {
        String objects = "<</Type/Catalog/Pages 3 0 R>> <</Type/Pages/Kids[4 0 R]/Count 1>>"
                + " <</Type/Page/Parent 3 0 R/MediaBox[0 0 200 200]>>";
        int second = objects.indexOf("<</Type/Pages");
        int third = objects.indexOf("<</Type/Page/");
        String header = "1 0 2 0 3 " + second + " 4 " + third + " ";
        String stream = "1 0 obj <</Type/ObjStm/N 4/First " + header.length() + "/Length "
                + (header.length() + objects.length()) + ">> stream\n" + header + objects + "\nendstream endobj\n";
        String start = "%PDF-1.5\n";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes((start + stream).getBytes(StandardCharsets.ISO_8859_1));
        int at = file.size();
        byte[] table = {
            0,
            0,
            0,
            0,
            1,
            0,
            (byte) start.length(),
            0,
            2,
            0,
            1,
            1,
            2,
            0,
            1,
            2,
            2,
            0,
            1,
            3,
            1,
            (byte) (at >> 8),
            (byte) at,
            0
        };
        file.writeBytes(("5 0 obj <</Type/XRef/Size 6/W[1 2 1]/Root 2 0 R/Length " + table.length + ">> stream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(table);
        file.writeBytes(("\nendstream endobj\nstartxref\n" + at + "\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1));
        return file.toByteArray();
    }

    private static byte[] made(Change change) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            change.on(document, page);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void write(PDDocument document, PDPage page, String text) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.newLineAtOffset(72, 700);
            content.showText(text);
            content.endText();
        }
    }

    private static void content(PDDocument document, PDPage page, String drawing) throws IOException {
        page.setContents(
                new PDStream(document, new ByteArrayInputStream(drawing.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static void link(PDPage page, PDAction action) throws IOException {
        PDAnnotationLink link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(0, 0, 100, 100));
        link.setAction(action);
        page.getAnnotations().add(link);
    }

    /** A file of the given objects and trailer, with a right cross-reference table (7.5.4). */
    private static byte[] raw(String body) {
        String start = "%PDF-1.7\n";
        int trailer = body.indexOf("trailer");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        int number = 1;
        for (int at = body.indexOf("1 0 obj"); at >= 0; at = body.indexOf("\n" + ++number + " 0 obj", at)) {
            table.append(String.format(
                    Locale.ROOT, "%010d 00000 n \n", start.length() + at + (body.charAt(at) == '\n' ? 1 : 0)));
        }
        return (start + body.substring(0, trailer) + "xref\n0 " + number + "\n" + table + body.substring(trailer)
                        + "startxref\n" + (start.length() + trailer) + "\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}

package org.xudai.mailroom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** Stacks as no scanner makes them. */
final class HostileStacks {

    private static final int MEGABYTE = 1 << 20;
    private static final int HEAVY = 80;

    private HostileStacks() {}

    @FunctionalInterface
    private interface Change {
        void on(PDDocument document) throws IOException;
    }

    static byte[] ofPages(int pages) throws IOException {
        return made(pages, document -> {});
    }

    static byte[] withPassword() throws IOException {
        return made(2, document -> {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    static byte[] withScript() throws IOException {
        return made(2, document -> document.getDocumentCatalog()
                .setOpenAction(new PDActionJavaScript("app.alert('hello')")));
    }

    /** A drawing on the second page that unpacks to 80 MB. */
    static byte[] withBomb() throws IOException {
        return made(3, document -> {
            PDStream drawing = new PDStream(document);
            try (OutputStream out = drawing.createOutputStream(COSName.FLATE_DECODE)) {
                for (int i = 0; i < HEAVY; i++) {
                    out.write(new byte[MEGABYTE]);
                }
            }
            document.getPage(1).setContents(drawing);
        });
    }

    /** Two pages under a signature such as a certificate makes. */
    static byte[] withSignature() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(ofPages(2))) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            document.addSignature(signature, content -> new byte[] {0x30, 0});
            document.saveIncremental(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] made(int pages, Change change) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            change.on(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}

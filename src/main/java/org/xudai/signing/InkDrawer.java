package org.xudai.signing;

import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pdf.AnnotationBox;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawer;
import eu.europa.esig.dss.pdf.visible.SignatureFieldBoxBuilder;
import eu.europa.esig.dss.pdf.visible.VisualSignatureFieldAppearance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.jspecify.annotations.Nullable;

/** Hands an appearance that was made before to the signing of one document. */
final class InkDrawer implements PdfBoxSignatureDrawer, SignatureFieldBoxBuilder {

    private final byte[] appearance;
    private @Nullable SignatureOptions options;
    private @Nullable SignatureImageParameters parameters;

    InkDrawer(byte[] appearance) {
        this.appearance = appearance;
    }

    @Override
    public void init(SignatureImageParameters image, PDDocument document, SignatureOptions signature) {
        this.parameters = image;
        this.options = signature;
    }

    @Override
    public void draw() throws IOException {
        SignatureOptions signature = options;
        if (signature == null) {
            throw new IllegalStateException("nothing is signed");
        }
        try (InputStream template = new ByteArrayInputStream(appearance)) {
            signature.setVisualSignature(template);
        }
    }

    @Override
    public VisualSignatureFieldAppearance buildSignatureFieldBox() {
        SignatureImageParameters image = parameters;
        if (image == null) {
            throw new IllegalStateException("nothing is signed");
        }
        AnnotationBox box = new AnnotationBox(image.getFieldParameters());
        return () -> box;
    }
}

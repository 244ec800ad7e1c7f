package org.xudai.signing;

import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pdf.AnnotationBox;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawer;
import eu.europa.esig.dss.pdf.visible.SignatureFieldBoxBuilder;
import eu.europa.esig.dss.pdf.visible.VisualSignatureFieldAppearance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.jspecify.annotations.Nullable;

/** Hands an appearance that was made before to the signing of one document. */
final class InkDrawer implements PdfBoxSignatureDrawer, SignatureFieldBoxBuilder {

    private final byte[] appearance;
    private @Nullable SignatureOptions options;
    private @Nullable AnnotationBox box;

    InkDrawer(byte[] appearance) {
        this.appearance = appearance;
    }

    @Override
    public void init(SignatureImageParameters image, PDDocument document, SignatureOptions signature) {
        this.options = signature;
        this.box = onPage(image.getFieldParameters(), document);
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
        AnnotationBox place = box;
        if (place == null) {
            throw new IllegalStateException("nothing is signed");
        }
        return () -> place;
    }

    /** DSS looks for overlapping annotations in the page's own coordinates, which begin at the bottom. */
    private static AnnotationBox onPage(SignatureFieldParameters field, PDDocument document) {
        PDRectangle visible = document.getPage(field.getPage() - 1).getCropBox();
        return new AnnotationBox(field)
                .toPdfPageCoordinates(new AnnotationBox(
                        visible.getLowerLeftX(),
                        visible.getLowerLeftY(),
                        visible.getUpperRightX(),
                        visible.getUpperRightY()));
    }
}

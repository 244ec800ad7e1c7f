package org.xudai.intake.compare;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.xudai.forms.FilledForm;
import org.xudai.forms.FormBox;
import org.xudai.intake.studio.Photo;
import org.xudai.intake.studio.Truth;

/** Photos of the studio, held against the page that was issued. */
public final class StraightPages {

    private StraightPages() {}

    /** The page laid straight. */
    public static StraightPage of(Photo photo) {
        StraightPage page = PageComparison.of(
                        photo.picture(), code(photo), issued(photo.truth().subject()))
                .page();
        if (page == null) {
            throw new IllegalStateException("the page was not found in the photo");
        }
        return page;
    }

    /** The page as it was issued. */
    public static IssuedPage issued(Truth.Subject subject) {
        FilledForm form = subject.form().filled();
        try (PDDocument document = Loader.loadPDF(form.pdf())) {
            return new IssuedPage(
                    new PDFRenderer(document).renderImageWithDPI(subject.page() - 1, IssuedPage.DPI, ImageType.RGB),
                    form.layout().pages().get(subject.page() - 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the finder patterns of the page code lie in a photo. */
    public static CodePlace code(Photo photo) {
        FormBox box = photo.truth()
                .subject()
                .form()
                .boxes(photo.truth().subject().page(), FormBox.Kind.CODE)
                .get(0);
        CodePlace onPage = CodePlace.in(box.x(), box.y(), box.width());
        return new CodePlace(
                spot(photo, onPage.bottomLeft()), spot(photo, onPage.topLeft()), spot(photo, onPage.topRight()));
    }

    private static Spot spot(Photo photo, Spot points) {
        Point2D at = photo.truth().mapping().picture(points.x(), points.y());
        return new Spot(at.getX() - 0.5, at.getY() - 0.5);
    }
}

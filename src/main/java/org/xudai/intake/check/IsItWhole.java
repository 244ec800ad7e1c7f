package org.xudai.intake.check;

import java.util.List;
import org.xudai.forms.FormBox;

/**
 * Is the page in the picture, whole? A missing strip of the margin does no harm; a box that is not all there does, and so
 * does a large part of the page.
 */
public final class IsItWhole implements PageQuestion {

    static final String CUT_OFF = "CUT_OFF";

    private static final double LEAST_OF_PAGE = 0.93;
    private static final List<FormBox.Kind> BOXES = List.of(
            FormBox.Kind.SIGNATURE, FormBox.Kind.SEAL, FormBox.Kind.DATE, FormBox.Kind.TEXT, FormBox.Kind.VALUE);

    @Override
    public List<Answer> ask(ReturnedPage page) {
        if (!page.measured().found()) {
            return List.of();
        }
        boolean boxMissing = page.boxes(BOXES).anyMatch(page::isCutOff);
        return boxMissing || page.measured().shown() < LEAST_OF_PAGE
                ? List.of(Answer.ofPage(CUT_OFF, page))
                : List.of();
    }
}

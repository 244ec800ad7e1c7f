package org.xudai.intake.check;

import java.util.List;
import org.xudai.forms.FormBox;

/** Is there a date beside each signature that needs one? */
public final class IsItDated implements PageQuestion {

    private static final MarkedBoxes BOXES = new MarkedBoxes(FormBox.Kind.DATE, "DATE_MISSING", "DATE_UNCERTAIN");

    @Override
    public List<Answer> ask(ReturnedPage page) {
        return BOXES.ask(page);
    }
}

package org.xudai.intake.check;

import java.util.List;
import org.xudai.forms.FormBox;

/** Is something written where the form leaves room for what has to be said? */
public final class IsItFilledIn implements PageQuestion {

    private static final MarkedBoxes BOXES = new MarkedBoxes(FormBox.Kind.TEXT, "TEXT_EMPTY", "TEXT_UNCERTAIN");

    @Override
    public List<Answer> ask(ReturnedPage page) {
        return BOXES.ask(page);
    }
}

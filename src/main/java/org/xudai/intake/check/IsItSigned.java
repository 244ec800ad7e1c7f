package org.xudai.intake.check;

import java.util.List;
import org.xudai.forms.FormBox;

/** Is there a signature, or what else its box accepts, where one has to be? */
public final class IsItSigned implements PageQuestion {

    private static final MarkedBoxes BOXES =
            new MarkedBoxes(FormBox.Kind.SIGNATURE, "SIGNATURE_MISSING", "SIGNATURE_UNCERTAIN");

    @Override
    public List<Answer> ask(ReturnedPage page) {
        return BOXES.ask(page);
    }
}

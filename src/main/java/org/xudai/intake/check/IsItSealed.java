package org.xudai.intake.check;

import java.util.List;
import org.xudai.forms.FormBox;

/** Is the company's seal where one has to be? Of a 个体工商户 none is asked; another chop is for a person to see. */
public final class IsItSealed implements PageQuestion {

    private static final MarkedBoxes BOXES = new MarkedBoxes(FormBox.Kind.SEAL, "SEAL_MISSING", "SEAL_UNCERTAIN");

    @Override
    public List<Answer> ask(ReturnedPage page) {
        return BOXES.ask(page);
    }
}

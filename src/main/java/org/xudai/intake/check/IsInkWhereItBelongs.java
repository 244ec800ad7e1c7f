package org.xudai.intake.check;

import java.util.List;

/** Is there ink beside the boxes, such as a note or a word crossed out? A hint for a person. */
public final class IsInkWhereItBelongs implements PageQuestion {

    static final String STRAY_INK = "STRAY_INK";

    @Override
    public List<Answer> ask(ReturnedPage page) {
        return Answer.ofPlaces(STRAY_INK, page, page.measured().stray());
    }
}

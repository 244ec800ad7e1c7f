package org.xudai.intake.check;

import java.util.List;

/** Has the picture enough pixels to tell one digit from another? */
public final class IsItLargeEnough implements PageQuestion {

    static final String TOO_SMALL = "TOO_SMALL";

    private final int leastDpi;

    /**
     * A question.
     *
     * @param leastDpi least pixels an inch of paper
     */
    public IsItLargeEnough(int leastDpi) {
        this.leastDpi = leastDpi;
    }

    @Override
    public List<Answer> ask(ReturnedPage page) {
        return page.measured().found() && page.measured().sharpness().dpi() < leastDpi
                ? List.of(Answer.ofPage(TOO_SMALL, page))
                : List.of();
    }
}

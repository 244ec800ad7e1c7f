package org.xudai.intake.check;

import java.util.List;

/**
 * Is the page the one that its code names? A code that was copied onto another paper, or a page that is folded or covered too
 * much, cannot be compared: a person looks.
 */
public final class IsItThePage implements PageQuestion {

    static final String NOT_COMPARED = "NOT_COMPARED";

    @Override
    public List<Answer> ask(ReturnedPage page) {
        return page.measured().found() ? List.of() : List.of(Answer.ofPage(NOT_COMPARED, page));
    }
}

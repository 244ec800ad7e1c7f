package org.xudai.intake.check;

import java.util.List;
import java.util.Optional;
import org.xudai.forms.FormBox;

/**
 * Looks for the mark that each box of a kind asks for. A box over which glare or a shadow lies says nothing of what is missing:
 * {@link IsItLit} tells of it.
 *
 * @param kind the kind of box
 * @param missing code where a mark is needed and none is there
 * @param uncertain code where that cannot be told
 */
record MarkedBoxes(FormBox.Kind kind, String missing, String uncertain) {

    /** Another kind of stamp than the box accepts. */
    static final String OTHER_CHOP = "OTHER_CHOP";

    List<Answer> ask(ReturnedPage page) {
        return page.asked(kind)
                .flatMap(box -> code(page, box).map(code -> Answer.ofBox(code, page, box)).stream())
                .toList();
    }

    private Optional<String> code(ReturnedPage page, FormBox box) {
        return switch (page.verdict(box)) {
            case DONE, NOT_NEEDED -> Optional.empty();
            case MISSING -> page.isBadlyLit(box) ? Optional.empty() : Optional.of(missing);
            case ASK -> {
                String told = page.isStamped(box) ? OTHER_CHOP : uncertain;
                yield page.isBadlyLit(box) ? Optional.empty() : Optional.of(told);
            }
        };
    }
}

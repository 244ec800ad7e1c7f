package org.xudai.intake.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xudai.forms.FormBox;
import org.xudai.intake.compare.Spot;

/**
 * Something that is not as it should be, or that cannot be told.
 *
 * @param code code of the finding
 * @param box the box of the issued page it is about; null for the whole page
 * @param photo its corners in the picture, fractions of width and height, clockwise from the upper left; empty where it is
 *     not in the picture
 */
public record Answer(String code, @Nullable FormBox box, List<Spot> photo) {

    static Answer ofPage(String code, ReturnedPage page) {
        return new Answer(code, null, page.measured().photo());
    }

    static Answer ofBox(String code, ReturnedPage page, FormBox box) {
        return new Answer(code, box, page.measured(box).map(ComparedBox::photo).orElse(List.of()));
    }
}

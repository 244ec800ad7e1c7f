package org.xudai.intake.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xudai.forms.FormBox;
import org.xudai.intake.compare.Region;
import org.xudai.intake.compare.Spot;

/**
 * Something that is not as it should be, or that cannot be told.
 *
 * @param code code of the finding
 * @param place where it is on the issued page, in points; null for the whole page
 * @param photo its corners in the picture, fractions of width and height, clockwise from the upper left; empty where it is
 *     not in the picture
 */
public record Answer(String code, @Nullable Region place, List<Spot> photo) {

    /** So many places of a page are shown one by one; with more it is the page. */
    private static final int MOST_PLACES = 6;

    static Answer ofPage(String code, ReturnedPage page) {
        return new Answer(code, null, page.measured().photo());
    }

    static Answer ofBox(String code, ReturnedPage page, FormBox box) {
        return new Answer(
                code,
                new Region(box.x(), box.y(), box.width(), box.height()),
                page.measured(box).map(ComparedBox::photo).orElse(List.of()));
    }

    /** Answers of one code, box by box; one for the page where they are too many to look at. */
    static List<Answer> ofBoxes(String code, ReturnedPage page, List<FormBox> boxes) {
        return boxes.size() > MOST_PLACES
                ? List.of(ofPage(code, page))
                : boxes.stream().map(box -> ofBox(code, page, box)).toList();
    }

    /** The same for places that are no boxes. */
    static List<Answer> ofPlaces(String code, ReturnedPage page, List<StrayPlace> places) {
        return places.size() > MOST_PLACES
                ? List.of(ofPage(code, page))
                : places.stream()
                        .map(place -> new Answer(code, place.region(), place.photo()))
                        .toList();
    }
}

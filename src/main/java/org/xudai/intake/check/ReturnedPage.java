package org.xudai.intake.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xudai.forms.FormBox;
import org.xudai.forms.FormLayout;

/**
 * A page that came back.
 *
 * @param number its number in the form, from 1
 * @param layout its size and boxes as it was issued
 * @param measured what was measured
 */
public record ReturnedPage(int number, FormLayout.Page layout, ComparedPage measured) {

    /** What was measured of a box; nothing where the worker did not name it. */
    Optional<ComparedBox> measured(FormBox box) {
        return measured.boxes().stream()
                .filter(one -> one.name().equals(box.name()))
                .findFirst();
    }

    /** Its boxes of some kinds. */
    Stream<FormBox> boxes(List<FormBox.Kind> kinds) {
        return layout.boxes().stream().filter(box -> kinds.contains(box.kind()));
    }
}

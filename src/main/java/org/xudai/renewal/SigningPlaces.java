package org.xudai.renewal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xudai.forms.FormBox;
import org.xudai.forms.FormLayout;
import org.xudai.pdf.InkField;

/**
 * Where signers sign on a form: the first in its first signature box, the second in the second. With a date box beside it on
 * the same line the day goes there.
 */
final class SigningPlaces {

    private SigningPlaces() {}

    /** The places for so many signers; none where the form has not just these boxes for them. */
    static Optional<List<InkField.Place>> of(FormLayout layout, int signers) {
        List<FormBox> boxes = new ArrayList<>();
        layout.pages().forEach(page -> page.boxes().stream()
                .filter(box -> box.kind() == FormBox.Kind.SIGNATURE)
                .forEach(boxes::add));
        boolean enough = signers > 0 && boxes.size() >= signers;
        if (!enough || boxes.stream().skip(signers).anyMatch(FormBox::required)) {
            return Optional.empty();
        }
        return Optional.of(boxes.stream()
                .limit(signers)
                .map(box -> place(box, layout.pages().get(box.page() - 1)))
                .toList());
    }

    private static InkField.Place place(FormBox box, FormLayout.Page page) {
        return date(box, page)
                .map(date -> new InkField.Place(
                        box.page(),
                        box.x(),
                        Math.min(box.y(), date.y()),
                        date.x() + date.width() - box.x(),
                        Math.max(box.y() + box.height(), date.y() + date.height()) - Math.min(box.y(), date.y()),
                        date.x() - box.x()))
                .orElseGet(() -> new InkField.Place(box.page(), box.x(), box.y(), box.width(), box.height(), -1));
    }

    /** The date box next to the right, unless something else stands between. */
    private static Optional<FormBox> date(FormBox box, FormLayout.Page page) {
        return page.boxes().stream()
                .filter(other -> other.x() >= box.x() + box.width() && sameLine(box, other))
                .min(Comparator.comparingDouble(FormBox::x))
                .filter(next -> next.kind() == FormBox.Kind.DATE);
    }

    private static boolean sameLine(FormBox one, FormBox other) {
        double shared = Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
        return shared > one.height() / 2;
    }
}

package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xudai.forms.FormBox;
import org.xudai.forms.FormLayout;
import org.xudai.intake.check.ComparedBox;
import org.xudai.intake.check.ComparedPage;
import org.xudai.intake.check.ReadValue;
import org.xudai.intake.compare.IssuedPage;
import org.xudai.intake.compare.ReturnedPdf;
import org.xudai.intake.compare.Spot;

/**
 * A page that a program drew, held against the issued one by its fields and by its looks. It is no paper: marks are not looked
 * for, and nothing is said of sharpness or light.
 *
 * @param page its number in the file, from 1
 * @param code the page code on it
 * @param sheet the page that the code names
 * @param fields values of the fields of the issued form
 */
record DrawnPage(int page, FoundCode code, IssuedPage sheet, Map<String, String> fields) {

    /** Where more of the values than this look different, the page as a whole lies otherwise: it was printed anew. */
    private static final double MOST_ALTERED = 0.5;

    /** A page of the very file that was issued. */
    static ComparedPage asIssued(int page, FoundCode code, FormLayout.Page layout) {
        return compared(page, code, layout, Set.of(), Set.of());
    }

    /**
     * Compares it.
     *
     * @param picture the page as it looks
     */
    ComparedPage in(DrawnFile file, BufferedImage picture) throws IOException {
        FormLayout.Page issued = sheet.layout();
        Map<String, String> received = file.fields();
        ReturnedPdf returned = ReturnedPdf.of(
                List.of(new ReturnedPdf.Page(
                        sheet, file.picture(page, IssuedPage.pixels(Math.max(issued.width(), issued.height()))))),
                received.isEmpty() ? Map.of() : fields,
                received);
        Set<String> typed = returned.filled().keySet();
        if (returned.altered().size()
                > MOST_ALTERED * sheet.boxes(FormBox.Kind.VALUE).size()) {
            return new Measuring(page, code, sheet).drawn(picture, readsDifferently(received), typed);
        }
        return compared(page, code, sheet.layout(), Set.copyOf(returned.altered()), typed);
    }

    private Set<FormBox> readsDifferently(Map<String, String> received) {
        return received.isEmpty()
                ? Set.of()
                : sheet.boxes(FormBox.Kind.VALUE).stream()
                        .filter(box ->
                                !fields.getOrDefault(box.name(), "").equals(received.getOrDefault(box.name(), "")))
                        .collect(Collectors.toSet());
    }

    private static ComparedPage compared(
            int page, FoundCode code, FormLayout.Page layout, Set<FormBox> altered, Set<String> typed) {
        List<ComparedBox> boxes = layout.boxes().stream()
                .map(box -> new ComparedBox(
                        box.name(),
                        1,
                        frame(box.x(), box.y(), box.width(), box.height(), layout),
                        true,
                        altered.contains(box) ? ReadValue.REPLACED : ReadValue.AGREES,
                        null,
                        typed.contains(box.name())))
                .toList();
        return new ComparedPage(
                page,
                code.text(),
                true,
                true,
                new ComparedPage.Sharpness(IssuedPage.DPI, 0),
                0,
                1,
                frame(0, 0, layout.width(), layout.height(), layout),
                boxes,
                List.of());
    }

    private static List<Spot> frame(double x, double y, double width, double height, FormLayout.Page layout) {
        double left = x / layout.width();
        double top = y / layout.height();
        double right = (x + width) / layout.width();
        double bottom = (y + height) / layout.height();
        return List.of(new Spot(left, top), new Spot(right, top), new Spot(right, bottom), new Spot(left, bottom));
    }
}

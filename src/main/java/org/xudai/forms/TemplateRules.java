package org.xudai.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xudai.pdf.PdfWidget;

/** What a form must keep so that its paper can be recognised and compared; says in words what is wrong. */
final class TemplateRules {

    private static final double MM = 72 / 25.4;
    private static final double SMALLEST_SEAL = 46 * MM - 0.01;
    private static final double SMALLEST_CODE = 28 * MM - 0.01;
    private static final double DISTANCE = 5 * MM;

    private TemplateRules() {}

    /** Everything that is wrong with a form; empty where it can be used. */
    static List<String> faults(LoadedTemplate loaded, Descriptor descriptor) {
        List<String> faults = new ArrayList<>();
        Set<String> described = new HashSet<>();
        descriptor.fields().forEach(field -> described.add(field.name()));
        Set<String> placed = new HashSet<>();
        for (PdfWidget widget : loaded.widgets()) {
            placed.add(widget.field());
            if (!described.contains(widget.field())) {
                faults.add("field " + widget.field() + " of the PDF is not described");
            }
        }
        described.stream()
                .filter(name -> !placed.contains(name))
                .sorted()
                .forEach(name -> faults.add("field " + name + " is described and not in the PDF"));
        for (int page = 1; page <= loaded.sizes().size(); page++) {
            int number = page;
            if (loaded.codes().stream().filter(code -> code.page() == number).count() != 1) {
                faults.add("page " + page + " needs one box for its page code");
            }
        }
        for (Descriptor.Box box : descriptor.boxes()) {
            if (box.page() < 1 || box.page() > loaded.sizes().size()) {
                faults.add("box " + box.name() + " is on no page");
            } else if (box.kind() == FormBox.Kind.SEAL) {
                seal(box, loaded, faults);
            } else if (box.kind() == FormBox.Kind.CODE && Math.min(box.width(), box.height()) < SMALLEST_CODE) {
                faults.add("box " + box.name() + " is smaller than 28 mm");
            }
        }
        return faults;
    }

    private static void seal(Descriptor.Box seal, LoadedTemplate loaded, List<String> faults) {
        if (Math.min(seal.width(), seal.height()) < SMALLEST_SEAL) {
            faults.add("box " + seal.name() + " is smaller than 46 mm");
        }
        for (PdfWidget widget : loaded.widgets()) {
            if (widget.page() == seal.page() && near(seal, widget.x(), widget.y(), widget.width(), widget.height())) {
                faults.add("field " + widget.field() + " is nearer than 5 mm to box " + seal.name());
            }
        }
        for (Descriptor.Box code : loaded.codes()) {
            if (code.page() == seal.page() && near(seal, code.x(), code.y(), code.width(), code.height())) {
                faults.add("the page code is nearer than 5 mm to box " + seal.name());
            }
        }
    }

    private static boolean near(Descriptor.Box seal, double x, double y, double width, double height) {
        return x < seal.x() + seal.width() + DISTANCE
                && seal.x() < x + width + DISTANCE
                && y < seal.y() + seal.height() + DISTANCE
                && seal.y() < y + height + DISTANCE;
    }
}

package org.xudai.api;

import java.util.List;
import org.xudai.forms.FormBox;
import org.xudai.forms.FormLayout;

/** Where things are on the pages of an issued form, in points from the top left. */
record LayoutAnswer(List<Page> pages) {

    record Page(double width, double height, List<Box> boxes) {}

    record Box(String name, FormBox.Kind kind, double x, double y, double width, double height) {}

    static LayoutAnswer of(FormLayout layout) {
        return new LayoutAnswer(layout.pages().stream()
                .map(page -> new Page(
                        page.width(),
                        page.height(),
                        page.boxes().stream()
                                .map(box ->
                                        new Box(box.name(), box.kind(), box.x(), box.y(), box.width(), box.height()))
                                .toList()))
                .toList());
    }
}

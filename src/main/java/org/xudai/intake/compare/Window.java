package org.xudai.intake.compare;

import org.xudai.forms.FormBox;

/**
 * A rectangle of pixels of a page.
 *
 * @param left first column
 * @param top first row
 * @param width in pixels
 * @param height in pixels
 */
record Window(int left, int top, int width, int height) {

    /** A box and a margin about it, as far as they lie on the page. */
    static Window about(FormBox box, double acrossMargin, double downMargin, int pageWidth, int pageHeight) {
        int left = (int) Math.max(0, Math.floor(IssuedPage.pixels(box.x()) - acrossMargin));
        int top = (int) Math.max(0, Math.floor(IssuedPage.pixels(box.y()) - downMargin));
        int right = (int) Math.min(pageWidth, Math.ceil(IssuedPage.pixels(box.x() + box.width()) + acrossMargin));
        int bottom = (int) Math.min(pageHeight, Math.ceil(IssuedPage.pixels(box.y() + box.height()) + downMargin));
        return new Window(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    /** This window, counted from the corner of one that holds it. */
    Window within(Window larger) {
        return new Window(left - larger.left(), top - larger.top(), width, height);
    }

    boolean holds(int x, int y) {
        return x >= left && y >= top && x < left + width && y < top + height;
    }

    int area() {
        return width * height;
    }
}

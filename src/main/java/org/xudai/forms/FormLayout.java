package org.xudai.forms;

import java.util.List;

/**
 * Where things are on the pages of an issued form, in points from the top left.
 *
 * @param pages the pages in order
 */
public record FormLayout(List<Page> pages) {

    /**
     * A page.
     *
     * @param width points
     * @param height points
     * @param boxes its boxes
     */
    public record Page(double width, double height, List<FormBox> boxes) {}
}

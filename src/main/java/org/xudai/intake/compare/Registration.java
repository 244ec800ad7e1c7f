package org.xudai.intake.compare;

import java.util.List;

/**
 * Where the issued page lies in a picture.
 *
 * @param succeeded whether the page was found in it; without that nothing else may be believed
 * @param meanResidual how far pieces of the page lie from where their neighbours put them, millimetres on paper, mean
 * @param highResidual as {@code meanResidual}, 95th percentile
 * @param coverage share of the pieces with print on them that were found again, of those that the picture shows, 0 to 1
 * @param dpi pixels of the picture an inch of paper, on average
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param map pixels of the rendering to pixels of the picture, centres of pixels at whole numbers
 */
public record Registration(
        boolean succeeded,
        double meanResidual,
        double highResidual,
        double coverage,
        double dpi,
        int width,
        int height,
        GridMap map) {

    /**
     * Where a place of the page lies in the picture.
     *
     * @param x points from the left of the page
     * @param y points from its top
     * @return fractions of the picture's width and height; below 0 or above 1 outside of it
     */
    public Spot inPicture(double x, double y) {
        Spot spot = map.at(IssuedPage.pixels(x) - 0.5, IssuedPage.pixels(y) - 0.5);
        return new Spot((spot.x() + 0.5) / width, (spot.y() + 0.5) / height);
    }

    /** The corners of a box on the page in the picture, clockwise from its upper left: as {@link #inPicture}. */
    public List<Spot> inPicture(double x, double y, double width, double height) {
        return List.of(
                inPicture(x, y), inPicture(x + width, y), inPicture(x + width, y + height), inPicture(x, y + height));
    }
}

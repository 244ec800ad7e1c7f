package org.xudai.intake.studio;

import java.awt.geom.Point2D;

/**
 * Where every point of a page lies in a photo: print, bend, view and lens one after the other.
 */
public final class Mapping {

    private static final double HALF = 0.5;

    private final Print print;
    private final Bend bend;
    private final View view;
    private final double middleX;
    private final double middleY;

    Mapping(Print print, Bend bend, View view, double paperWidth, double paperHeight) {
        this.print = print;
        this.bend = bend;
        this.view = view;
        middleX = paperWidth * HALF;
        middleY = paperHeight * HALF;
    }

    /** The place in the photo, in pixels with 0, 0 the upper left corner of the first, of a point of the page. */
    public Point2D picture(double xPoints, double yPoints) {
        double[] place = new double[3];
        paper(print.x(xPoints), print.y(yPoints), place);
        return new Point2D.Double(place[0], place[1]);
    }

    /** The place in the photo of a point of the paper in millimetres; as the first two of three numbers. */
    void paper(double x, double y, double[] place) {
        bend.place(x - middleX, y - middleY, place);
        view.project(place);
    }
}

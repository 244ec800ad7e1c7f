package org.xudai.intake.studio;

import java.awt.geom.Rectangle2D;
import org.xudai.forms.FormBox;

/**
 * How a printer puts a page on paper: "fit to page" makes it a little smaller, and no sheet goes in quite straight.
 *
 * @param scale millimetres on paper for a millimetre of the page
 * @param right millimetres to the right
 * @param down millimetres down
 */
record Print(double scale, double right, double down) {

    static final double MM_PER_POINT = 25.4 / 72;

    static Print of(Chance chance) {
        double scale = chance.in(0.4) ? chance.between(0.95, 0.99) : chance.between(0.998, 1.001);
        double slack = (1 - scale) * 105;
        return new Print(scale, slack + chance.about(0.5), slack + chance.about(0.5));
    }

    double x(double points) {
        return points * MM_PER_POINT * scale + right;
    }

    double y(double points) {
        return points * MM_PER_POINT * scale + down;
    }

    double xInPoints(double mm) {
        return (mm - right) / scale / MM_PER_POINT;
    }

    double yInPoints(double mm) {
        return (mm - down) / scale / MM_PER_POINT;
    }

    /** A box in millimetres of the paper. */
    Rectangle2D.Double on(FormBox box) {
        return new Rectangle2D.Double(
                x(box.x()), y(box.y()), box.width() * MM_PER_POINT * scale, box.height() * MM_PER_POINT * scale);
    }

    /** A place on the paper in points of the page. */
    Rectangle2D.Double inPoints(Rectangle2D mm) {
        double x = xInPoints(mm.getX());
        double y = yInPoints(mm.getY());
        return new Rectangle2D.Double(x, y, xInPoints(mm.getMaxX()) - x, yInPoints(mm.getMaxY()) - y);
    }
}

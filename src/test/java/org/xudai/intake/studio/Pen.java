package org.xudai.intake.studio;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A pen in a hand.
 *
 * @param ink colour
 * @param width of a stroke, mm
 * @param unsteadiness how far the width varies, 0 to 1
 */
record Pen(Color ink, double width, double unsteadiness) {

    private static final double STEP = 0.12;

    static Pen of(Chance chance) {
        return chance.in(0.5) ? blue(chance) : black(chance);
    }

    static Pen black(Chance chance) {
        int level = chance.from(10, 60);
        return new Pen(new Color(level, level, level + chance.below(15)), thickness(chance), chance.between(0.1, 0.5));
    }

    static Pen blue(Chance chance) {
        Color ink = new Color(chance.from(15, 50), chance.from(30, 80), chance.from(120, 190));
        return new Pen(ink, thickness(chance), chance.between(0.1, 0.5));
    }

    /** Fine ballpoints, gel pens, and now and then a felt tip. */
    private static double thickness(Chance chance) {
        return chance.in(0.15) ? chance.between(0.9, 1.4) : chance.between(0.3, 0.75);
    }

    Pen ofWidth(double mm) {
        return new Pen(ink, mm, unsteadiness);
    }

    /** Draws a smooth stroke through points. */
    void draw(Graphics2D paper, List<Point2D> through, Chance chance) {
        List<Point2D> path = smooth(through);
        paper.setColor(ink);
        Noise hand = Noise.of(chance);
        double way = 0;
        for (int i = 1; i < path.size(); i++) {
            Point2D from = path.get(i - 1);
            Point2D to = path.get(i);
            way += from.distance(to);
            double wide = width * (1 + unsteadiness * (hand.at(way / 2.5, 0) - 0.6));
            paper.setStroke(new BasicStroke((float) wide, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            paper.draw(new Line2D.Double(from, to));
        }
    }

    /** Catmull and Rom's spline through all points. */
    private static List<Point2D> smooth(List<Point2D> through) {
        List<Point2D> path = new ArrayList<>();
        for (int i = 0; i < through.size() - 1; i++) {
            Point2D before = through.get(Math.max(0, i - 1));
            Point2D from = through.get(i);
            Point2D to = through.get(i + 1);
            Point2D after = through.get(Math.min(through.size() - 1, i + 2));
            int steps = Math.max(2, (int) (from.distance(to) / STEP));
            for (int step = 0; step <= steps; step++) {
                double t = (double) step / steps;
                path.add(new Point2D.Double(
                        spline(before.getX(), from.getX(), to.getX(), after.getX(), t),
                        spline(before.getY(), from.getY(), to.getY(), after.getY(), t)));
            }
        }
        return path;
    }

    private static double spline(double before, double from, double to, double after, double t) {
        return 0.5
                * (2 * from
                        + (to - before) * t
                        + (2 * before - 5 * from + 4 * to - after) * t * t
                        + (3 * from - before - 3 * to + after) * t * t * t);
    }
}

package org.xudai.intake.studio;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** What lies on a page when it is photographed. */
public enum Cover {
    /** A thumb from the nearer edge. */
    FINGER,
    /** Another paper over it. */
    PAPER;

    private static final double THUMB = 19;

    /** Covers a place from the left or the right edge; millimetres of the paper. */
    void over(Graphics2D paper, Rectangle2D place, double paperWidth, Chance chance) {
        boolean fromRight = place.getCenterX() > paperWidth / 2;
        if (this == FINGER) {
            finger(paper, place, fromRight ? paperWidth + Sheet.MARGIN : -Sheet.MARGIN, chance);
        } else {
            paper.rotate(chance.about(0.08), place.getCenterX(), place.getCenterY());
            double left = fromRight ? place.getX() - 3 : -Sheet.MARGIN;
            double right = fromRight ? paperWidth + Sheet.MARGIN : place.getMaxX() + 3;
            double high = place.getHeight() + chance.between(8, 40);
            int level = chance.from(225, 250);
            paper.setColor(new Color(60, 60, 60, 90));
            paper.fill(new Rectangle2D.Double(left - 0.6, place.getY() - 3.4, right - left + 1.4, high + 1.6));
            paper.setColor(new Color(level, level, level - chance.below(20)));
            paper.fill(new Rectangle2D.Double(left, place.getY() - 4, right - left, high));
        }
    }

    private static void finger(Graphics2D paper, Rectangle2D place, double from, Chance chance) {
        Color light = new Color(chance.from(200, 235), chance.from(155, 180), chance.from(130, 150));
        double wide = Math.max(THUMB, Math.min(26, place.getHeight() * 1.2));
        double y = place.getCenterY();
        Line2D thumb =
                new Line2D.Double(from + Math.signum(from) * 20, y + chance.between(5, 25), place.getCenterX(), y);
        paper.setPaint(new Color(40, 30, 30, 80));
        paper.setStroke(new BasicStroke((float) wide + 2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        paper.draw(thumb);
        paper.setPaint(new GradientPaint(0, (float) (y - wide / 2), light, 0, (float) (y + wide / 2), light.darker()));
        paper.setStroke(new BasicStroke((float) wide, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        paper.draw(thumb);
        double inward = -Math.signum(from);
        double tip = place.getCenterX() + inward * wide * 0.12;
        paper.setColor(new Color(240, 205, 195));
        paper.setStroke(new BasicStroke((float) wide * 0.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        paper.draw(new Line2D.Double(tip, y, tip + inward * wide * 0.1, y));
    }
}

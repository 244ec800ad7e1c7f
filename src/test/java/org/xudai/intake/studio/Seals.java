package org.xudai.intake.studio;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws seals and chops round the point 0, 0; sizes in millimetres. */
final class Seals {

    private Seals() {}

    /** A company's own seal with a line of text below the star. */
    static void special(Graphics2D paper, double size, String firm, String lower, Chance chance) {
        line(paper, lower, size * 0.27, size * 0.085, size * 0.5);
        round(paper, size, firm, chance);
    }

    /** A round seal with a star. */
    static void round(Graphics2D paper, double size, String firm, Chance chance) {
        double radius = size / 2;
        stroke(paper, chance.between(0.9, 1.4));
        paper.draw(circle(radius - 0.6));
        paper.fill(star(size * chance.between(0.15, 0.18)));
        double high = size * chance.between(0.105, 0.13);
        ring(paper, firm, radius - 1.6 - high * 0.9, high, Math.min(4.4, 0.33 * firm.length()));
        if (chance.in(0.5)) {
            String number = Integer.toString(chance.from(1_000_000, 9_999_999)) + chance.from(100_000, 999_999);
            below(paper, number, radius - 1.5, size * 0.045);
        }
    }

    /** A name's square: red letters, or white ones in red. */
    static void square(Graphics2D paper, double size, String name, Chance chance) {
        boolean white = chance.in(0.35);
        String text = name.codePointCount(0, name.length()) == 2 ? name + "之印" : name + "印";
        int[] letters = text.codePoints().limit(4).toArray();
        double cell = size * 0.43;
        Area letter = new Area();
        for (int i = 0; i < letters.length; i++) {
            boolean first = i < 2;
            double x = first ? 0.01 * size : -cell - 0.01 * size;
            double y = i % 2 == 0 ? -0.07 * size : cell - 0.07 * size;
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.scale(cell, cell);
            letter.add(new Area(
                    place.createTransformedShape(Handwriting.glyph(letters[i]).getOutline())));
        }
        Rectangle2D frame = new Rectangle2D.Double(-size / 2, -size / 2, size, size);
        if (white) {
            Area field = new Area(frame);
            field.subtract(letter);
            paper.fill(field);
        } else {
            double line = chance.between(0.6, 1.1);
            stroke(paper, line);
            paper.draw(new Rectangle2D.Double(-size / 2 + line / 2, -size / 2 + line / 2, size - line, size - line));
            stroke(paper, 0.15);
            paper.fill(letter);
            paper.draw(letter);
        }
    }

    static void oval(Graphics2D paper, double size, String firm, String lower) {
        AffineTransform upright = paper.getTransform();
        paper.scale(1, 0.68);
        stroke(paper, 1.1);
        paper.draw(circle(size / 2 - 0.6));
        ring(paper, firm, size / 2 - 1.6 - size * 0.09, size * 0.1, 4);
        paper.setTransform(upright);
        line(paper, lower, size * 0.16, size * 0.085, size * 0.52);
        line(paper, "91350100M000100Y43", size * 0.03, size * 0.06, size * 0.6);
    }

    static void framed(Graphics2D paper, double size, String words) {
        double high = size / words.length();
        stroke(paper, 0.5);
        paper.draw(new Rectangle2D.Double(-size / 2 - 1.5, -high / 2 - 1.2, size + 3, high + 2.4));
        line(paper, words, high * 0.36, high * 0.95, size);
    }

    static void dated(Graphics2D paper, double size, String bank, String day) {
        stroke(paper, 0.7);
        paper.draw(circle(size / 2 - 0.4));
        ring(paper, bank, size / 2 - size * 0.18, size * 0.13, 2.2);
        line(paper, day, size * 0.05, size * 0.13, size * 0.75);
        line(paper, "业务清讫", size * 0.32, size * 0.12, size * 0.5);
    }

    /** Text along the upper part of a ring, its letters' feet on the radius. */
    private static void ring(Graphics2D paper, String text, double radius, double high, double arc) {
        int[] letters = text.codePoints().toArray();
        double step = letters.length == 1 ? 0 : arc / (letters.length - 1);
        for (int i = 0; i < letters.length; i++) {
            AffineTransform place = AffineTransform.getRotateInstance(-arc / 2 + i * step);
            place.translate(-high * 0.36, -radius);
            place.scale(high * 0.72, high);
            Shape letter =
                    place.createTransformedShape(Handwriting.glyph(letters[i]).getOutline());
            stroke(paper, 0.12);
            paper.fill(letter);
            paper.draw(letter);
        }
    }

    /** Small figures along the lower part of a ring. */
    private static void below(Graphics2D paper, String figures, double radius, double high) {
        double step = high * 0.75 / radius;
        for (int i = 0; i < figures.length(); i++) {
            AffineTransform place = AffineTransform.getRotateInstance((figures.length() / 2.0 - i - 0.5) * step);
            place.translate(-high / 4, radius);
            place.scale(high, high);
            paper.fill(place.createTransformedShape(
                    Handwriting.glyph(figures.charAt(i)).getOutline()));
        }
    }

    private static void line(Graphics2D paper, String text, double base, double high, double wide) {
        double advance = Handwriting.advance(text);
        AffineTransform place = AffineTransform.getTranslateInstance(-wide / 2, base);
        place.scale(wide / advance, high);
        Shape letters = place.createTransformedShape(Handwriting.outline(text));
        stroke(paper, 0.12);
        paper.fill(letters);
        paper.draw(letters);
    }

    private static Shape circle(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    private static Shape star(double radius) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double angle = -Math.PI / 2 + i * Math.PI / 5;
            double reach = i % 2 == 0 ? radius : radius * 0.382;
            if (i == 0) {
                star.moveTo(reach * Math.cos(angle), reach * Math.sin(angle));
            } else {
                star.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
            }
        }
        star.closePath();
        return star;
    }

    private static void stroke(Graphics2D paper, double width) {
        paper.setStroke(new BasicStroke((float) width));
    }
}

package org.xudai.intake.studio;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * A value as it stands on the paper: where its letters are, found from its ink.
 *
 * @param text the value, one line
 * @param left where the pen started, mm on the paper
 * @param base line the letters stand on
 * @param wide millimetres across for one of the face
 * @param high millimetres of a letter's size
 */
record Printed(String text, double left, double base, double wide, double high) {

    private static final int INK = 140;

    /** Finds a value of one line in its box. */
    static Printed in(Sheet sheet, Rectangle2D box, String text) {
        Sheet.Grey seen = sheet.grey(box);
        int first = seen.width();
        int last = -1;
        int top = seen.height();
        int bottom = -1;
        int border = (int) Math.ceil(sheet.dotsPerMm() * 0.4);
        for (int y = border; y < seen.height() - border; y++) {
            for (int x = border; x < seen.width() - border; x++) {
                if (seen.levels()[y * seen.width() + x] < INK) {
                    first = Math.min(first, x);
                    last = Math.max(last, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        if (last < 0) {
            throw new IllegalArgumentException("no ink where \"" + text + "\" should stand");
        }
        Rectangle2D outline = Handwriting.outline(text).getBounds2D();
        double wide = (last + 1 - first) / sheet.dotsPerMm() / outline.getWidth();
        double high = (bottom + 1 - top) / sheet.dotsPerMm() / outline.getHeight();
        return new Printed(
                text,
                box.getX() + first / sheet.dotsPerMm() - outline.getX() * wide,
                box.getY() + top / sheet.dotsPerMm() - outline.getY() * high,
                wide,
                high);
    }

    /** The cell of a letter, by its place in the text. */
    Rectangle2D letter(int index) {
        double from = left + Handwriting.advance(text.substring(0, index)) * wide;
        double advance = Handwriting.advance(text.substring(index, index + 1)) * wide;
        return new Rectangle2D.Double(from, base - 0.8 * high, advance, 0.85 * high);
    }

    /** The ink of a letter. */
    Rectangle2D ink(int index) {
        Rectangle2D outline =
                Handwriting.outline(text.substring(index, index + 1)).getBounds2D();
        double from = left + Handwriting.advance(text.substring(0, index)) * wide;
        return new Rectangle2D.Double(
                from + outline.getX() * wide,
                base + outline.getY() * high,
                outline.getWidth() * wide,
                outline.getHeight() * high);
    }

    /** Letters of the same face and size, from a letter on. */
    Shape set(String other, int index) {
        AffineTransform place =
                AffineTransform.getTranslateInstance(left + Handwriting.advance(text.substring(0, index)) * wide, base);
        place.scale(wide, high);
        return place.createTransformedShape(Handwriting.outline(other));
    }
}

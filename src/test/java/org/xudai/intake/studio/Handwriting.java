package org.xudai.intake.studio;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a hand writes: figures and dates stroke by stroke, words, signatures. */
final class Handwriting {

    /** The face of filled-in values, which also looks like a careful hand. */
    static final Font FACE = face();

    private static final FontRenderContext FINE = new FontRenderContext(null, true, true);
    /** Strokes by character: points in a cell 0.6 wide and 1 high, from the top left. */
    private static final Map<Integer, List<double[]>> STROKES = strokes();

    private Handwriting() {}

    /** Writes figures and the words of a date, each as high as told (mm), from the left on a line; returns where it ends. */
    static double figures(Graphics2D paper, Pen pen, String text, double left, double top, double high, Chance chance) {
        double slant = chance.between(-0.05, 0.25);
        double x = left;
        for (int point : text.codePoints().toArray()) {
            double tall = high * chance.between(0.9, 1.1);
            double y = top + high - tall + chance.about(0.04 * high);
            for (double[] stroke : STROKES.getOrDefault(point, List.of())) {
                List<Point2D> through = new ArrayList<>();
                for (int i = 0; i < stroke.length; i += 2) {
                    double across = stroke[i] + chance.about(0.025);
                    double down = stroke[i + 1] + chance.about(0.025);
                    through.add(new Point2D.Double(x + (across + slant * (1 - down)) * tall, y + down * tall));
                }
                pen.draw(paper, through, chance);
            }
            x += tall * (point == '.' ? 0.3 : chance.between(0.68, 0.82));
        }
        return x;
    }

    /** Writes words in a careful hand. */
    static double words(Graphics2D paper, Pen pen, String text, double left, double top, double high, Chance chance) {
        paper.setColor(pen.ink());
        double slant = chance.between(-0.15, 0.15);
        double x = left;
        for (int point : text.codePoints().toArray()) {
            GlyphVector glyph = glyph(point);
            double size = high * chance.between(0.88, 1.12);
            AffineTransform place =
                    AffineTransform.getTranslateInstance(x, top + high * 0.88 + chance.about(high / 20));
            place.rotate(chance.about(0.06));
            place.shear(-slant, 0);
            place.scale(size, size);
            paper.fill(place.createTransformedShape(glyph.getOutline()));
            x += glyph.getGlyphMetrics(0).getAdvance() * size * chance.between(0.9, 1.05);
        }
        return x;
    }

    /** Signs a name within a place: as words, or as the quick hand of who signs often. */
    static void signature(Graphics2D paper, Pen pen, String name, Rectangle2D place, Chance chance) {
        if (chance.in(0.35)) {
            double high = Math.min(place.getHeight() * 0.8, place.getWidth() / name.codePointCount(0, name.length()));
            words(paper, pen, name, place.getX(), place.getY() + (place.getHeight() - high) / 2, high, chance);
            return;
        }
        int signs = chance.from(2, 3);
        double cell = Math.min(place.getWidth() / signs, place.getHeight() * 1.1);
        Point2D last = new Point2D.Double(place.getX(), place.getCenterY());
        for (int sign = 0; sign < signs; sign++) {
            double left = place.getX() + sign * cell * 0.9;
            for (int stroke = chance.from(3, 6); stroke > 0; stroke--) {
                List<Point2D> through = new ArrayList<>();
                if (chance.in(0.4)) {
                    through.add(last);
                }
                for (int turn = chance.from(2, 5); turn > 0; turn--) {
                    through.add(new Point2D.Double(
                            left + cell * chance.between(0.02, 0.95),
                            place.getY() + place.getHeight() * chance.between(0.02, 0.98)));
                }
                pen.draw(paper, through, chance);
                last = through.get(through.size() - 1);
            }
        }
    }

    static GlyphVector glyph(int point) {
        return FACE.createGlyphVector(FINE, new String(Character.toChars(point)));
    }

    /** The outline of a line of text of size 1, its base line at 0. */
    static Shape outline(String text) {
        return FACE.createGlyphVector(FINE, text).getOutline();
    }

    /** How far the pen goes for a text of size 1. */
    static double advance(String text) {
        return FACE.getStringBounds(text, FINE).getWidth();
    }

    private static Font face() {
        try (InputStream in =
                Objects.requireNonNull(Handwriting.class.getResourceAsStream("/fonts/LXGWWenKai-Regular.ttf"))) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(1f);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Integer, List<double[]>> strokes() {
        Map<Integer, List<double[]>> strokes = new HashMap<>();
        put(strokes, '0', ".32,.02 .08,.25 .04,.7 .25,.99 .5,.8 .54,.3 .34,.03 .2,.08");
        put(strokes, '1', ".2,.2 .33,.02 .32,.5 .3,1");
        put(strokes, '2', ".06,.25 .22,.02 .48,.12 .46,.4 .2,.75 .03,.98 .3,.95 .57,.96");
        put(strokes, '3', ".06,.1 .3,.01 .48,.2 .22,.44 .5,.6 .46,.9 .2,1 .03,.9");
        put(strokes, '4', ".34,.02 .18,.35 .02,.66 .3,.65 .58,.62|.42,.38 .41,.7 .39,1");
        put(strokes, '5', ".14,.06 .1,.25 .08,.46 .35,.42 .53,.65 .4,.95 .04,.93|.13,.06 .35,.04 .54,.02");
        put(strokes, '6', ".46,.02 .18,.3 .05,.72 .2,.98 .48,.88 .5,.65 .3,.52 .08,.7");
        put(strokes, '7', ".04,.07 .3,.05 .56,.03 .4,.35 .27,.7 .22,1");
        put(strokes, '8', ".5,.16 .27,.01 .09,.2 .28,.46 .5,.72 .34,.99 .08,.85 .15,.6 .38,.4 .5,.16");
        put(strokes, '9', ".5,.25 .3,.02 .07,.2 .12,.45 .38,.45 .5,.22 .49,.55 .38,1");
        put(strokes, '.', ".1,.95 .13,.99");
        put(strokes, ',', ".14,.9 .1,1.1");
        put(strokes, '/', ".5,0 .28,.5 .05,1");
        put(strokes, '-', ".08,.52 .3,.5 .5,.5");
        put(
                strokes,
                '年',
                ".22,0 .14,.16 .04,.3|.18,.14 .4,.13 .6,.12|.14,.42 .35,.4 .55,.39|.14,.42 .15,.55 .14,.68|"
                        + "0,.7 .3,.69 .66,.67|.36,.14 .36,.6 .35,1");
        put(
                strokes,
                '月',
                ".14,.02 .15,.4 .12,.75 0,1|.14,.02 .38,.01 .57,.02 .58,.4 .57,.95 .46,.9|"
                        + ".17,.34 .4,.33 .56,.33|.16,.62 .4,.61 .56,.61");
        put(
                strokes,
                '日',
                ".08,.02 .09,.5 .08,1|.08,.03 .35,.02 .54,.03 .54,.5 .53,1|.1,.5 .3,.49 .53,.49|"
                        + ".1,.96 .3,.95 .53,.95");
        return strokes;
    }

    private static void put(Map<Integer, List<double[]>> strokes, int point, String drawn) {
        List<double[]> lines = new ArrayList<>();
        for (String stroke : drawn.split("\\|", -1)) {
            String[] numbers = stroke.split("[ ,]", -1);
            double[] line = new double[numbers.length];
            for (int i = 0; i < line.length; i++) {
                line[i] = Double.parseDouble(numbers[i]);
            }
            lines.add(line);
        }
        strokes.put(point, lines);
    }
}

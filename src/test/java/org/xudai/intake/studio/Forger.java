package org.xudai.intake.studio;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Alters a printed value of one line. */
final class Forger {

    private static final Map<Character, String> BY_STROKES =
            Map.of('1', "47", '3', "8", '0', "68", '5', "6", '6', "8", '7', "4");
    private static final double HAND = 0.78;

    private final Sheet sheet;
    private final Printed printed;
    private final Rectangle2D box;
    private final Chance chance;
    private final Pen pen;

    Forger(Sheet sheet, Rectangle2D box, String text, Chance chance) {
        this.sheet = sheet;
        this.box = box;
        this.chance = chance;
        printed = Printed.in(sheet, box, text);
        Pen any = Pen.black(chance);
        pen = any.ofWidth(chance.between(0.35, 0.6));
    }

    /** Whether a value can be altered that way. */
    static boolean can(Alteration alteration, String text) {
        return switch (alteration) {
            case PEN_STROKE -> text.chars().anyMatch(letter -> BY_STROKES.containsKey((char) letter));
            case OVERWRITTEN_DIGIT, INSERTED_DIGIT, HANDWRITTEN_OVER, CORRECTION_FLUID ->
                text.chars().anyMatch(letter -> letter >= '0' && letter <= '9');
            case SWAPPED_WORDS ->
                !text.isBlank() && text.chars().noneMatch(letter -> Character.isSurrogate((char) letter));
        };
    }

    /**
     * What was done.
     *
     * @param place where, in millimetres of the paper
     * @param figures which figure a stroke made of which, such as 1→4, else empty
     */
    record Forgery(Rectangle2D place, String figures) {}

    /** Alters the value. */
    Forgery alter(Alteration alteration) {
        return switch (alteration) {
            case OVERWRITTEN_DIGIT -> new Forgery(overwritten(), "");
            case PEN_STROKE -> strokes();
            case CORRECTION_FLUID -> new Forgery(painted(), "");
            case HANDWRITTEN_OVER -> new Forgery(struck(), "");
            case INSERTED_DIGIT -> new Forgery(inserted(), "");
            case SWAPPED_WORDS -> new Forgery(swapped(), "");
        };
    }

    private Rectangle2D overwritten() {
        int index = chance.oneOf(digits());
        Rectangle2D cell = printed.letter(index);
        write(Character.toString(other(printed.text().charAt(index))), cell.getX(), cell.getY(), cell.getHeight());
        return cell;
    }

    private Forgery strokes() {
        List<Integer> fitting = IntStream.range(0, printed.text().length())
                .filter(i -> BY_STROKES.containsKey(printed.text().charAt(i)))
                .boxed()
                .toList();
        int index = chance.oneOf(fitting);
        char from = printed.text().charAt(index);
        String becomes = BY_STROKES.getOrDefault(from, "");
        char to = becomes.charAt(chance.below(becomes.length()));
        Rectangle2D ink = printed.ink(index);
        double x = ink.getX();
        double y = ink.getY();
        double wide = ink.getWidth();
        double high = ink.getHeight();
        Pen fine = pen.ofWidth(chance.between(0.3, 0.5));
        List<List<Point2D>> added = new ArrayList<>();
        switch ("" + from + to) {
            case "14" -> {
                double stem = ink.getCenterX();
                added.add(List.of(
                        point(stem - 0.1, y),
                        point(stem - high * 0.4, y + high * 0.66),
                        point(stem + high * 0.2, y + high * 0.64)));
            }
            case "17" ->
                added.add(List.of(
                        point(ink.getCenterX() - high * 0.42, y + high * 0.05),
                        point(ink.getCenterX(), y),
                        point(ink.getCenterX() + 0.1, y)));
            case "74" ->
                added.add(
                        List.of(point(x, y), point(x - 0.1, y + high * 0.55), point(x + wide * 1.1, y + high * 0.55)));
            case "38" -> {
                added.add(List.of(
                        point(x + wide * 0.3, y + 0.1),
                        point(x, y + high * 0.25),
                        point(x + wide * 0.4, y + high * 0.47)));
                added.add(List.of(
                        point(x + wide * 0.4, y + high * 0.5),
                        point(x, y + high * 0.75),
                        point(x + wide * 0.3, y + high)));
            }
            case "06" ->
                added.add(List.of(
                        point(x + wide * 0.1, y + high * 0.6),
                        point(x + wide * 0.5, y + high * 0.42),
                        point(x + wide * 0.95, y + high * 0.65)));
            case "08" ->
                added.add(List.of(
                        point(x + wide * 0.1, y + high * 0.35),
                        point(x + wide * 0.5, y + high * 0.5),
                        point(x + wide * 0.9, y + high * 0.65)));
            case "56" ->
                added.add(List.of(
                        point(x + wide * 0.15, y + high * 0.4),
                        point(x, y + high * 0.7),
                        point(x + wide * 0.3, y + high)));
            default ->
                added.add(List.of(
                        point(x + wide * 0.3, y + high * 0.05),
                        point(x + wide * 0.8, y + high * 0.1),
                        point(x + wide * 0.7, y + high * 0.5)));
        }
        sheet.inked(
                around(ink, high), Pressure.FULL, paper -> added.forEach(stroke -> fine.draw(paper, stroke, chance)));
        return new Forgery(around(ink, 0.4), from + "→" + to);
    }

    private Rectangle2D painted() {
        List<Integer> digits = digits();
        int first = chance.oneOf(digits);
        int last = Math.min(first + chance.below(3), printed.text().length() - 1);
        Rectangle2D place = printed.letter(first).createUnion(printed.letter(last));
        paint(around(place, 0.3));
        StringBuilder text = new StringBuilder();
        for (int i = first; i <= last; i++) {
            text.append(other(printed.text().charAt(i)));
        }
        if (chance.in(0.4)) {
            sheet.inked(around(place, 2), Pressure.FULL, paper -> {
                paper.setColor(new Color(25, 25, 30));
                paper.fill(printed.set(text.toString(), first));
            });
        } else {
            write(text.toString(), place.getX(), place.getY(), place.getHeight() * 0.9);
        }
        return place;
    }

    /** A brush's blot, a little whiter or yellower than the paper, with a thick edge. */
    private void paint(Rectangle2D place) {
        Path2D blot = new Path2D.Double();
        int corners = 16;
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double reach = chance.between(0.95, 1.2)
                    / Math.pow(Math.pow(Math.abs(Math.cos(angle)), 4) + Math.pow(Math.abs(Math.sin(angle)), 4), 0.25);
            double x = place.getCenterX() + reach * place.getWidth() / 2 * Math.cos(angle);
            double y = place.getCenterY() + reach * place.getHeight() / 2 * Math.sin(angle);
            if (i == 0) {
                blot.moveTo(x, y);
            } else {
                blot.lineTo(x, y);
            }
        }
        blot.closePath();
        Color paint = new Color(250, 250, chance.from(235, 252));
        Color edge = new Color(225, 225, 222, 140);
        sheet.laid(paper -> {
            paper.setColor(paint);
            paper.fill(blot);
            paper.setColor(edge);
            paper.setStroke(new java.awt.BasicStroke(0.12f));
            paper.draw(blot);
        });
    }

    private Rectangle2D struck() {
        Rectangle2D first = printed.letter(0);
        Rectangle2D all = first.createUnion(printed.letter(printed.text().length() - 1));
        sheet.inked(
                around(all, 1),
                Pressure.FULL,
                paper -> pen.draw(
                        paper,
                        List.of(
                                point(all.getX() - 0.5, all.getCenterY() + chance.about(0.3)),
                                point(all.getCenterX(), all.getCenterY() + chance.about(0.3)),
                                point(all.getMaxX() + 0.5, all.getCenterY() + chance.about(0.4))),
                        chance));
        StringBuilder other = new StringBuilder();
        for (char letter : printed.text().toCharArray()) {
            other.append(Character.isDigit(letter) ? other(letter) : letter);
        }
        double room = box.getMaxX() - all.getMaxX();
        double left = room > all.getWidth() * 0.8 ? all.getMaxX() + 1 : all.getX() + chance.between(0, 2);
        write(other.toString(), left, all.getY() - (left > all.getMaxX() ? 0 : 1.2), all.getHeight() * 0.95);
        return all;
    }

    private Rectangle2D inserted() {
        int index = chance.oneOf(digits());
        Rectangle2D cell = printed.letter(index);
        double high = cell.getHeight() * chance.between(0.75, 1);
        boolean before = index == 0 || !Character.isDigit(printed.text().charAt(index - 1));
        double left = before ? cell.getX() - high * 0.62 : cell.getX() - high * 0.3;
        Rectangle2D place = new Rectangle2D.Double(left, cell.getY(), high * 0.62, high);
        write(Integer.toString(chance.from(1, 9)), left, cell.getMaxY() - high, high);
        return place;
    }

    private Rectangle2D swapped() {
        String text = printed.text();
        int index = chance.below(text.length());
        char swapped = other(text.charAt(index));
        while (swapped == text.charAt(index)) {
            index = (index + 1) % text.length();
            swapped = other(text.charAt(index));
        }
        int at = index;
        Rectangle2D cell = printed.letter(at);
        sheet.laid(paper -> {
            paper.setColor(Color.WHITE);
            paper.fill(around(printed.ink(at), 0.1));
        });
        String letter = Character.toString(swapped);
        sheet.inked(around(cell, 1), Pressure.FULL, paper -> {
            paper.setColor(Color.BLACK);
            paper.fill(printed.set(letter, at));
        });
        return cell;
    }

    private List<Integer> digits() {
        return IntStream.range(0, printed.text().length())
                .filter(i -> Character.isDigit(printed.text().charAt(i)))
                .boxed()
                .toList();
    }

    /** Another letter in place of one: a figure for a figure, a word for a word. */
    private char other(char letter) {
        if (Character.isDigit(letter)) {
            return (char) ('0' + (letter - '0' + chance.from(1, 9)) % 10);
        }
        String words = "壹贰叁肆伍陆柒捌玖拾佰仟万林陈黄吴张王李山水木";
        char other = words.charAt(chance.below(words.length()));
        return letter < 0x4e00 ? letter : other;
    }

    private void write(String text, double left, double top, double high) {
        Rectangle2D place = new Rectangle2D.Double(left - 3, top - 3, high * text.length() + 6, high + 6);
        sheet.inked(
                place, Pressure.FULL, paper -> written(paper, text, left, top + high * (1 - HAND) / 2, high * HAND));
    }

    private void written(Graphics2D paper, String text, double left, double top, double high) {
        if (text.chars().allMatch(letter -> letter < 0x80 || "年月日".indexOf(letter) >= 0)) {
            Handwriting.figures(paper, pen, text, left, top, high, chance);
        } else {
            Handwriting.words(paper, pen, text, left, top, high, chance);
        }
    }

    private static Point2D point(double x, double y) {
        return new Point2D.Double(x, y);
    }

    private static Rectangle2D around(Rectangle2D place, double more) {
        return new Rectangle2D.Double(
                place.getX() - more, place.getY() - more, place.getWidth() + 2 * more, place.getHeight() + 2 * more);
    }
}

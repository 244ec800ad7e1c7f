package org.xudai.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody leaves in a signature box: lines he drew, or his name in letters, and the day beside it.
 *
 * @param strokes lines as drawn, each a list of points with y downwards, in any unit; empty where the name was typed
 * @param name the typed name; null where it was drawn
 * @param day the day as it is written on paper, e.g. 2026年11月23日
 */
public record Ink(List<List<Point>> strokes, @Nullable String name, String day) {

    /** A point of a stroke. */
    public record Point(double x, double y) {}

    public static Ink drawn(List<List<Point>> strokes, String day) {
        return new Ink(strokes.stream().map(List::copyOf).toList(), null, day);
    }

    public static Ink typed(String name, String day) {
        return new Ink(List.of(), name, day);
    }

    /** The least rectangle that holds all points. */
    Bounds bounds() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (List<Point> stroke : strokes) {
            for (Point point : stroke) {
                left = Math.min(left, point.x());
                right = Math.max(right, point.x());
                top = Math.min(top, point.y());
                bottom = Math.max(bottom, point.y());
            }
        }
        return new Bounds(left, top, right - left, bottom - top);
    }

    /** A rectangle in the unit of the drawing. */
    record Bounds(double left, double top, double width, double height) {}
}

package org.xudai.intake.marks;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a page that is red and stands by itself, in pixels of the page.
 *
 * @param left first column
 * @param top first row
 * @param right last column
 * @param bottom last row
 * @param count red pixels
 */
record RedPatch(int left, int top, int right, int bottom, int count) {

    /** Cells of half a millimetre. */
    private static final int CELL = 4;

    /** Fewest red pixels in a cell that is red. */
    private static final int FEWEST = 4;

    /** Widest gap within a patch, in cells: 1 mm. */
    private static final int GAP = 2;

    /** Smallest patch, in red pixels: 15 square millimetres. */
    private static final int SMALLEST = 930;

    /** Of the smaller of two frames this much lies in the larger where both are one stamp: a star in its ring for one. */
    private static final double COMMON = 0.4;

    /** No stamp is larger. */
    private static final double LARGEST_MM = 60;

    static List<RedPatch> of(Redness red) {
        int columns = red.width() / CELL;
        int rows = red.height() / CELL;
        int[] counts = new int[columns * rows];
        for (int y = 0; y < rows * CELL; y++) {
            for (int x = 0; x < columns * CELL; x++) {
                if (red.red()[y * red.width() + x]) {
                    counts[y / CELL * columns + x / CELL]++;
                }
            }
        }
        List<RedPatch> patches = new ArrayList<>();
        boolean[] taken = new boolean[counts.length];
        int[] queue = new int[counts.length];
        for (int start = 0; start < counts.length; start++) {
            if (counts[start] >= FEWEST && !taken[start]) {
                patches.add(grown(counts, taken, queue, columns, rows, start));
            }
        }
        return joined(patches).stream().filter(patch -> patch.count >= SMALLEST).toList();
    }

    private static RedPatch grown(int[] counts, boolean[] taken, int[] queue, int columns, int rows, int start) {
        int left = columns;
        int top = rows;
        int right = 0;
        int bottom = 0;
        int count = 0;
        int ahead = 0;
        int behind = 1;
        queue[0] = start;
        taken[start] = true;
        while (ahead < behind) {
            int cell = queue[ahead++];
            int x = cell % columns;
            int y = cell / columns;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            count += counts[cell];
            for (int row = Math.max(0, y - GAP); row <= Math.min(rows - 1, y + GAP); row++) {
                for (int column = Math.max(0, x - GAP); column <= Math.min(columns - 1, x + GAP); column++) {
                    int next = row * columns + column;
                    if (!taken[next] && counts[next] >= FEWEST) {
                        taken[next] = true;
                        queue[behind++] = next;
                    }
                }
            }
        }
        return new RedPatch(left * CELL, top * CELL, right * CELL + CELL - 1, bottom * CELL + CELL - 1, count);
    }

    private static List<RedPatch> joined(List<RedPatch> patches) {
        List<RedPatch> joined = new ArrayList<>(patches);
        boolean again = true;
        while (again) {
            again = false;
            for (int i = 0; i < joined.size() && !again; i++) {
                for (int j = i + 1; j < joined.size() && !again; j++) {
                    RedPatch both = joined.get(i).with(joined.get(j));
                    if (joined.get(i).touches(joined.get(j)) && both.size() <= LARGEST_MM * Redness.PIXELS_PER_MM) {
                        joined.remove(j);
                        joined.set(i, both);
                        again = true;
                    }
                }
            }
        }
        return joined;
    }

    private boolean touches(RedPatch other) {
        double across = Math.min(right, other.right) - Math.max(left, other.left) + 1.0;
        double down = Math.min(bottom, other.bottom) - Math.max(top, other.top) + 1.0;
        return across > 0 && down > 0 && across * down >= COMMON * Math.min(frame(), other.frame());
    }

    private double frame() {
        return (right - left + 1.0) * (bottom - top + 1.0);
    }

    private RedPatch with(RedPatch other) {
        return new RedPatch(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom),
                count + other.count);
    }

    boolean holds(int x, int y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    /** The longer side, in pixels. */
    int size() {
        return Math.max(right - left, bottom - top) + 1;
    }

    double middleX() {
        return (left + right) / 2.0;
    }

    double middleY() {
        return (top + bottom) / 2.0;
    }
}

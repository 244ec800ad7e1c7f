package org.xudai.intake.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Pixels that hang together.
 *
 * @param window what they fill
 * @param area how many
 * @param mass sum of their values
 */
record Blob(Window window, int area, float mass) {

    /** The blobs of all pixels above a level, eight neighbours hanging together. */
    static List<Blob> above(Field field, float level) {
        int width = field.width();
        boolean[] done = new boolean[field.values().length];
        int[] queue = new int[done.length];
        List<Blob> blobs = new ArrayList<>();
        for (int start = 0; start < done.length; start++) {
            if (done[start] || field.values()[start] <= level) {
                continue;
            }
            int left = width;
            int right = 0;
            int top = start / width;
            int bottom = top;
            float mass = 0;
            int count = 0;
            queue[count++] = start;
            done[start] = true;
            for (int next = 0; next < count; next++) {
                int x = queue[next] % width;
                int y = queue[next] / width;
                left = Math.min(left, x);
                right = Math.max(right, x);
                bottom = Math.max(bottom, y);
                mass += field.values()[queue[next]];
                for (int row = Math.max(0, y - 1); row <= Math.min(field.height() - 1, y + 1); row++) {
                    for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                        int at = row * width + column;
                        if (!done[at] && field.values()[at] > level) {
                            done[at] = true;
                            queue[count++] = at;
                        }
                    }
                }
            }
            blobs.add(new Blob(new Window(left, top, right - left + 1, bottom - top + 1), count, mass));
        }
        return blobs;
    }
}

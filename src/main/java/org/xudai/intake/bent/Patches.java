package org.xudai.intake.bent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds what is dark and hangs together (4-connected), row by row: runs of dark pixels that touch are one patch. */
final class Patches {

    /** Sums kept of each patch: x, y, xx, xy, yy. */
    private static final int SUMS = 5;

    private int[] parents = new int[1024];
    private int count;

    /** Patches of at least so many pixels, of a picture whose dark pixels are told. */
    static List<Patch> of(boolean[] dark, int width, int height, int least) {
        return new Patches().found(dark, width, height, least);
    }

    private List<Patch> found(boolean[] dark, int width, int height, int least) {
        int[] labels = new int[dark.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                if (!dark[i]) {
                    continue;
                }
                int left = x > 0 ? labels[i - 1] : 0;
                int above = y > 0 ? labels[i - width] : 0;
                if (left != 0 && above != 0) {
                    labels[i] = joined(left, above);
                } else {
                    labels[i] = left + above == 0 ? fresh() : left + above;
                }
            }
        }
        return measured(labels, width, least);
    }

    private List<Patch> measured(int[] labels, int width, int least) {
        double[][] sums = new double[count + 1][];
        int[][] boxes = new int[count + 1][];
        int[] areas = new int[count + 1];
        for (int label : labels) {
            areas[root(label)]++;
        }
        for (int i = 0; i < labels.length; i++) {
            int label = root(labels[i]);
            if (label == 0 || areas[label] < least) {
                continue;
            }
            int x = i % width;
            int y = i / width;
            if (boxes[label] == null) {
                boxes[label] = new int[] {x, y, x, y};
                sums[label] = new double[SUMS];
            }
            int[] box = boxes[label];
            box[0] = Math.min(box[0], x);
            box[2] = Math.max(box[2], x);
            box[3] = y;
            double[] sum = sums[label];
            sum[0] += x;
            sum[1] += y;
            sum[2] += (double) x * x;
            sum[3] += (double) x * y;
            sum[4] += (double) y * y;
        }
        List<Patch> patches = new ArrayList<>();
        for (int label = 1; label <= count; label++) {
            if (boxes[label] != null) {
                patches.add(patch(areas[label], sums[label], boxes[label]));
            }
        }
        return patches;
    }

    private static Patch patch(int area, double[] sum, int[] box) {
        double x = sum[0] / area;
        double y = sum[1] / area;
        return new Patch(
                area,
                x,
                y,
                sum[2] / area - x * x,
                sum[3] / area - x * y,
                sum[4] / area - y * y,
                box[0],
                box[1],
                box[2],
                box[3]);
    }

    private int fresh() {
        count++;
        if (count == parents.length) {
            parents = Arrays.copyOf(parents, 2 * count);
        }
        parents[count] = count;
        return count;
    }

    private int joined(int one, int other) {
        int a = root(one);
        int b = root(other);
        parents[Math.max(a, b)] = Math.min(a, b);
        return Math.min(a, b);
    }

    private int root(int label) {
        int at = label;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}

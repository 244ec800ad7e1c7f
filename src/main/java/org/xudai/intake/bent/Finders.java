package org.xudai.intake.bent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xudai.intake.compare.Grey;

/**
 * Finds finder patterns by what hangs together: a patch in a ring about the same centre. However the paper slants, that
 * stays; proportions along lines, by which codes are found elsewhere, do not.
 */
final class Finders {

    /** A pattern's square of nine modules, each a pixel and a half wide at least. */
    private static final int LEAST_AREA = 20;

    private static final int MOST = 24;

    /** The mean about a pixel is taken over so many parts of the longest side: five or six modules each way. */
    private static final int PARTS = 64;

    /** How much darker than the mean about it a pixel has to be, in levels. */
    private static final int DARKER = 6;

    private Finders() {}

    /** Finder patterns in a grey picture, the largest first. */
    static List<Finder> in(Grey picture) {
        List<Patch> patches = Patches.of(dark(picture), picture.width(), picture.height(), LEAST_AREA);
        List<Patch> sorted =
                patches.stream().sorted(Comparator.comparingDouble(Patch::x)).toList();
        List<Finder> finders = new ArrayList<>();
        int from = 0;
        for (Patch ring : sorted) {
            while (sorted.get(from).x() < ring.x() - picture.width() / (double) PARTS) {
                from++;
            }
            for (int i = from; i < sorted.size() && sorted.get(i).x() <= ring.x() + ring.width() / 4.0; i++) {
                Patch square = sorted.get(i);
                if (isFinder(square, ring)) {
                    finders.add(new Finder(square.x(), square.y(), ring));
                }
            }
        }
        return finders.stream()
                .sorted(Comparator.comparingInt((Finder finder) -> finder.ring().area())
                        .reversed())
                .limit(MOST)
                .toList();
    }

    private static boolean isFinder(Patch square, Patch ring) {
        double areas = (double) ring.area() / square.area();
        double widths = (double) ring.width() / square.width();
        double heights = (double) ring.height() / square.height();
        return ring.surrounds(square)
                && areas > 1.5
                && areas < 5
                && widths > 1.7
                && widths < 3.4
                && heights > 1.7
                && heights < 3.4
                && Math.abs(square.x() - ring.x()) < 0.35 * square.width() + 1
                && Math.abs(square.y() - ring.y()) < 0.35 * square.height() + 1;
    }

    /** What is darker than the mean about it. */
    private static boolean[] dark(Grey picture) {
        int width = picture.width();
        int height = picture.height();
        int reach = Math.max(8, Math.max(width, height) / PARTS / 2);
        boolean[] dark = new boolean[width * height];
        int[] columns = new int[width];
        for (int y = 0; y < Math.min(reach, height); y++) {
            add(picture, y, 1, columns);
        }
        for (int y = 0; y < height; y++) {
            if (y + reach < height) {
                add(picture, y + reach, 1, columns);
            }
            if (y > reach) {
                add(picture, y - reach - 1, -1, columns);
            }
            int rows = Math.min(height - 1, y + reach) - Math.max(0, y - reach) + 1;
            int sum = 0;
            for (int x = 0; x < Math.min(reach, width); x++) {
                sum += columns[x];
            }
            for (int x = 0; x < width; x++) {
                if (x + reach < width) {
                    sum += columns[x + reach];
                }
                if (x > reach) {
                    sum -= columns[x - reach - 1];
                }
                int count = rows * (Math.min(width - 1, x + reach) - Math.max(0, x - reach) + 1);
                dark[y * width + x] = picture.level(x, y) < sum / count - DARKER;
            }
        }
        return dark;
    }

    private static void add(Grey picture, int y, int sign, int[] columns) {
        for (int x = 0; x < columns.length; x++) {
            columns[x] += sign * picture.level(x, y);
        }
    }
}

package org.xudai.intake.compare;

import org.jspecify.annotations.Nullable;

/**
 * Looks for square blocks of the issued page in the picture by normalised correlation (Lewis, Fast normalized
 * cross-correlation, 1995), near where a map expects them.
 */
final class BlockSearch {

    /** Least correlation that is a find. */
    private static final float LEAST = 0.5f;

    /** Least mean square of the gradient in its weaker direction: below it a block slides along its lines or is blank. */
    private static final double LEAST_TEXTURE = 12;

    /** The same in the stronger direction, for lines. */
    private static final double LEAST_LINE = 80;

    private final Grey page;
    private final Grey picture;
    private final double pageScale;
    private final double pictureScale;
    private final float[] block;
    private final float[] patch;
    private final double[] sums;
    private final double[] squares;

    /**
     * @param page the issued page, smaller than its rendering by a factor
     * @param picture the picture, smaller by a factor
     * @param largest largest side of blocks plus twice the radius, in pixels of the page given
     */
    BlockSearch(Grey page, double pageScale, Grey picture, double pictureScale, int largest) {
        this.page = page;
        this.picture = picture;
        this.pageScale = pageScale;
        this.pictureScale = pictureScale;
        this.block = new float[largest * largest];
        this.patch = new float[largest * largest];
        this.sums = new double[(largest + 1) * (largest + 1)];
        this.squares = new double[(largest + 1) * (largest + 1)];
    }

    int pageWidth() {
        return page.width();
    }

    int pageHeight() {
        return page.height();
    }

    /** A pixel of the smaller page on the rendering. */
    double onRendering(double pixel) {
        return pixel * pageScale + (pageScale - 1) / 2;
    }

    /** What a block has to be found by. */
    Texture texture(int left, int top, int side) {
        if (left < 1 || top < 1 || left + side >= page.width() || top + side >= page.height()) {
            return Texture.BLANK;
        }
        byte[] levels = page.levels();
        int width = page.width();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int y = top; y < top + side; y += 2) {
            for (int x = left + (y >> 1 & 1); x < left + side; x += 2) {
                int i = y * width + x;
                int dx = (levels[i + 1] & 0xff) - (levels[i - 1] & 0xff);
                int dy = (levels[i + width] & 0xff) - (levels[i - width] & 0xff);
                xx += dx * dx;
                xy += dx * dy;
                yy += dy * dy;
            }
        }
        double mean = (xx + yy) / 2;
        double weaker = mean - Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
        double samples = side * side / 4.0;
        if (weaker >= LEAST_TEXTURE * samples) {
            return Texture.BOTH;
        }
        if (Math.max(xx, yy) < LEAST_LINE * samples) {
            return Texture.BLANK;
        }
        return xx > yy ? Texture.ACROSS : Texture.DOWN;
    }

    /**
     * Finds a block.
     *
     * @param left of the block on the smaller page, as {@code top}
     * @param texture what it is found by
     * @param map where places are expected
     * @param radius how far from there it is looked for, in pixels of the smaller page
     * @return where its middle lies, or null where it is not found or lies outside of the picture
     */
    @Nullable
    Match find(int left, int top, int side, Texture texture, PageMap map, int radius) {
        double middleX = onRendering(left + (side - 1) / 2.0);
        double middleY = onRendering(top + (side - 1) / 2.0);
        double step = pageScale * side / 2;
        Spot middle = map.at(middleX, middleY);
        Spot right = map.at(middleX + step, middleY);
        Spot below = map.at(middleX, middleY + step);
        double ax = (right.x() - middle.x()) * 2 / side / pictureScale;
        double ay = (right.y() - middle.y()) * 2 / side / pictureScale;
        double bx = (below.x() - middle.x()) * 2 / side / pictureScale;
        double by = (below.y() - middle.y()) * 2 / side / pictureScale;
        double centreX = (middle.x() - (pictureScale - 1) / 2) / pictureScale;
        double centreY = (middle.y() - (pictureScale - 1) / 2) / pictureScale;
        int wide = side + 2 * radius;
        double half = (wide - 1) / 2.0;
        double most = half * (Math.abs(ax) + Math.abs(ay) + Math.abs(bx) + Math.abs(by)) / 2;
        if (!picture.holds(centreX, centreY, Math.min(most, Math.min(picture.width(), picture.height()) / 2.0 - 1))) {
            return null;
        }
        for (int y = 0, i = 0; y < wide; y++) {
            double px = centreX + (y - half) * bx - half * ax;
            double py = centreY + (y - half) * by - half * ay;
            for (int x = 0; x < wide; x++, i++, px += ax, py += ay) {
                patch[i] = picture.at(px, py);
            }
        }
        Correlation correlation = Correlation.of(block, patch, side, wide, sums, squares);
        float norm = blockNorm(left, top, side);
        float[] found = texture == Texture.BOTH
                ? correlation.best(norm, radius)
                : correlation.best(norm, radius, texture == Texture.DOWN);
        if (found[2] < LEAST) {
            return null;
        }
        double x = middle.x() + (found[0] * ax + found[1] * bx) * pictureScale;
        double y = middle.y() + (found[0] * ay + found[1] * by) * pictureScale;
        return new Match(middleX, middleY, x, y, found[2], texture);
    }

    /** Takes the block less its mean; the root of its sum of squares. */
    private float blockNorm(int left, int top, int side) {
        float sum = 0;
        for (int y = 0, i = 0; y < side; y++) {
            int from = (top + y) * page.width() + left;
            for (int x = 0; x < side; x++, i++) {
                block[i] = page.levels()[from + x] & 0xff;
                sum += block[i];
            }
        }
        float mean = sum / (side * side);
        float squares = 0;
        for (int i = 0; i < side * side; i++) {
            block[i] -= mean;
            squares += block[i] * block[i];
        }
        return (float) Math.sqrt(squares);
    }
}

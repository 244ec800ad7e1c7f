package org.xudai.intake.compare;

/**
 * A number for each pixel of a window.
 *
 * @param width in pixels
 * @param height in pixels
 * @param values row by row
 */
record Field(int width, int height, float[] values) {

    static Field empty(int width, int height) {
        return new Field(width, height, new float[width * height]);
    }

    float at(int x, int y) {
        return values[y * width + x];
    }

    /** Blurred by a lens whose spread is {@code sigma} pixels; beyond the edge it goes on as at the edge. */
    Field blurred(double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        float[] weights = new float[reach + 1];
        float sum = 0;
        for (int i = 0; i <= reach; i++) {
            weights[i] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }
        for (int i = 0; i <= reach; i++) {
            weights[i] /= sum;
        }
        float[] across = new float[values.length];
        for (int y = 0; y < height; y++) {
            blurRow(y * width, weights, across);
        }
        float[] both = new float[values.length];
        for (int y = 0; y < height; y++) {
            int row = y * width;
            for (int x = 0; x < width; x++) {
                both[row + x] = across[row + x] * weights[0];
            }
            for (int i = 1; i <= reach; i++) {
                int above = Math.max(0, y - i) * width;
                int below = Math.min(height - 1, y + i) * width;
                float weight = weights[i];
                for (int x = 0; x < width; x++) {
                    both[row + x] += weight * (across[above + x] + across[below + x]);
                }
            }
        }
        return new Field(width, height, both);
    }

    private void blurRow(int row, float[] weights, float[] into) {
        int reach = weights.length - 1;
        for (int x = 0; x < width; x++) {
            float sum = values[row + x] * weights[0];
            boolean inner = x >= reach && x < width - reach;
            for (int i = 1; i <= reach; i++) {
                int before = inner ? x - i : Math.max(0, x - i);
                int after = inner ? x + i : Math.min(width - 1, x + i);
                sum += weights[i] * (values[row + before] + values[row + after]);
            }
            into[row + x] = sum;
        }
    }

    /** How it rises to the right; 0 at the rim. */
    Field slopeAcross() {
        return slope(1);
    }

    /** How it rises downwards; 0 at the rim. */
    Field slopeDown() {
        return slope(width);
    }

    private Field slope(int step) {
        float[] slope = new float[values.length];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                slope[i] = (values[i + step] - values[i - step]) / 2;
            }
        }
        return new Field(width, height, slope);
    }

    /** The mean of three by three pixels. */
    Field softened() {
        float[] soft = values.clone();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                soft[i] = (values[i - width - 1]
                                + values[i - width]
                                + values[i - width + 1]
                                + values[i - 1]
                                + values[i]
                                + values[i + 1]
                                + values[i + width - 1]
                                + values[i + width]
                                + values[i + width + 1])
                        / 9;
            }
        }
        return new Field(width, height, soft);
    }
}

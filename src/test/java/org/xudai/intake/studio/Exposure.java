package org.xudai.intake.studio;

/** Takes a photo: what the lens throws on the sensor, then what the sensor, the phone and the messenger make of it. */
final class Exposure {

    private static final int CELL = 16;
    private static final int STARTS = 3;
    private static final double FAR = 10_000;

    private final Sheet sheet;
    private final Camera camera;
    private final Chance chance;
    private final Mapping mapping;
    private final Bend bend;
    private final Light light;
    private final int width;
    private final int height;
    private final int[] tile;
    /** By corner of a cell: x and y on the sheet in dots, gain and glare. */
    private final float[] field;

    private final int columns;
    private final int rows;

    private Exposure(Sheet sheet, Camera camera, Chance chance) {
        this.sheet = sheet;
        this.camera = camera;
        this.chance = chance;
        bend = Bend.of(camera, chance.of("bend"));
        View view = View.of(camera, bend, sheet.paperWidth(), sheet.paperHeight(), chance.of("view"));
        mapping = new Mapping(sheet.print(), bend, view, sheet.paperWidth(), sheet.paperHeight());
        light = new Light(camera, chance.of("light"));
        boolean wide = view.wide(camera);
        Camera.Body body = camera.body();
        width = wide ? body.height : body.width;
        height = wide ? body.width : body.height;
        tile = camera.table().tile(chance.of("table"));
        columns = (width + CELL - 1) / CELL + 1;
        rows = (height + CELL - 1) / CELL + 1;
        field = new float[4 * columns * rows];
    }

    static Exposure of(Sheet sheet, Camera camera, Chance chance) {
        return new Exposure(sheet, camera, chance);
    }

    Photo photo(Truth.Subject subject) {
        measure();
        int[] seen = new int[width * height];
        for (int row = 0; row < height; row++) {
            expose(seen, row);
        }
        Raw raw = new Raw(width, height, seen);
        Chance sensor = chance.of("sensor");
        double blur = blur(sensor);
        if (camera.has(Camera.Condition.SHAKEN)) {
            raw = raw.moved(sensor.between(6, 14) * raw.width() / 3000.0, sensor.between(-Math.PI, Math.PI));
        }
        raw = raw.blurred(blur);
        raw.noisy(noise(sensor), sensor);
        float quality = (float) sensor.between(camera.body().leastQuality, camera.body().mostQuality);
        return new Photo(raw.jpeg(quality), new Truth(subject, camera, mapping));
    }

    private double blur(Chance sensor) {
        double detail = width / 3000.0;
        if (camera.has(Camera.Condition.DEFOCUSED)) {
            return sensor.between(2.4, 4) * detail;
        }
        return camera.body() == Camera.Body.SCANNER ? 0.5 : sensor.between(0.7, 1.4) * detail;
    }

    private double noise(Chance sensor) {
        if (camera.body() == Camera.Body.SCANNER) {
            return 1.5;
        }
        double levels = camera.has(Camera.Condition.DARK) ? sensor.between(8, 14) : sensor.between(2, 6);
        return camera.body() == Camera.Body.MESSENGER ? levels / 2 : levels;
    }

    /** Finds for the corners of all cells which point of the paper they show, by Newton's method from the neighbour's. */
    private void measure() {
        double[] rowStart = {sheet.paperWidth() / 2, sheet.paperHeight() / 2};
        double[] at = new double[2];
        for (int row = 0; row < rows; row++) {
            at[0] = rowStart[0];
            at[1] = rowStart[1];
            for (int column = 0; column < columns; column++) {
                double x = column * CELL;
                double y = row * CELL;
                solve(x, y, at);
                if (column == 0) {
                    rowStart[0] = at[0];
                    rowStart[1] = at[1];
                }
                int i = 4 * (row * columns + column);
                field[i] = (float) ((at[0] + Sheet.MARGIN) * sheet.dotsPerMm());
                field[i + 1] = (float) ((at[1] + Sheet.MARGIN) * sheet.dotsPerMm());
                double acrossShare = x / width;
                double downShare = y / height;
                double slope = bend.slope(at[0] - sheet.paperWidth() / 2, at[1] - sheet.paperHeight() / 2);
                field[i + 2] = (float) light.gain(acrossShare, downShare, slope);
                field[i + 3] = (float) light.glare(acrossShare, downShare);
            }
        }
    }

    /** From the neighbour's solution, else from the middle and the quarters of the paper; what none leads to is the table. */
    private void solve(double x, double y, double[] at) {
        if (converges(x, y, at)) {
            return;
        }
        for (int start = 0; start < STARTS * STARTS; start++) {
            int row = start / STARTS;
            at[0] = sheet.paperWidth() * (start % STARTS + 0.5) / STARTS;
            at[1] = sheet.paperHeight() * (row + 0.5) / STARTS;
            if (converges(x, y, at)) {
                return;
            }
        }
        at[0] = -FAR;
        at[1] = -FAR;
    }

    private boolean converges(double x, double y, double[] at) {
        double[] here = new double[3];
        double[] right = new double[3];
        double[] below = new double[3];
        for (int step = 0; step < 25; step++) {
            mapping.paper(at[0], at[1], here);
            double missX = x - here[0];
            double missY = y - here[1];
            if (missX * missX + missY * missY < 1e-4) {
                return true;
            }
            mapping.paper(at[0] + 0.5, at[1], right);
            mapping.paper(at[0], at[1] + 0.5, below);
            double a = (right[0] - here[0]) * 2;
            double b = (below[0] - here[0]) * 2;
            double c = (right[1] - here[1]) * 2;
            double d = (below[1] - here[1]) * 2;
            double determinant = a * d - b * c;
            if (determinant < 1e-3) {
                return false;
            }
            at[0] += limited((d * missX - b * missY) / determinant);
            at[1] += limited((a * missY - c * missX) / determinant);
        }
        return false;
    }

    private static double limited(double step) {
        return Math.max(-40, Math.min(40, step));
    }

    private void expose(int[] seen, int row) {
        int cellRow = row / CELL;
        float down = (row + 0.5f) / CELL - cellRow;
        int[] paper = sheet.pixels();
        float red = (float) light.tint(0);
        float green = (float) light.tint(1);
        float blue = (float) light.tint(2);
        float[] from = new float[4];
        float[] step = new float[4];
        for (int cell = 0; cell < columns - 1; cell++) {
            int upper = 4 * (cellRow * columns + cell);
            int lower = upper + 4 * columns;
            for (int k = 0; k < 4; k++) {
                float left = field[upper + k] + (field[lower + k] - field[upper + k]) * down;
                float right = field[upper + 4 + k] + (field[lower + 4 + k] - field[upper + 4 + k]) * down;
                step[k] = (right - left) / CELL;
                from[k] = left + step[k] / 2;
            }
            int end = Math.min(CELL, width - cell * CELL);
            for (int i = 0; i < end; i++) {
                int x = cell * CELL + i;
                int colour = below(paper, from[0], from[1], x, row);
                float glare = from[3] * 255;
                int r = (int) ((colour >> 16 & 0xff) * from[2] * red + glare);
                int g = (int) ((colour >> 8 & 0xff) * from[2] * green + glare);
                int b = (int) ((colour & 0xff) * from[2] * blue + glare);
                seen[row * width + x] = Math.min(255, r) << 16 | Math.min(255, g) << 8 | Math.min(255, b);
                for (int k = 0; k < 4; k++) {
                    from[k] += step[k];
                }
            }
        }
    }

    /** The sheet at a place in dots, on the table. */
    private int below(int[] paper, float x, float y, int column, int row) {
        int left = (int) Math.floor(x - 0.5f);
        int top = (int) Math.floor(y - 0.5f);
        if (left < 0 || top < 0 || left + 1 >= sheet.width() || top + 1 >= sheet.height()) {
            return Table.at(tile, column, row);
        }
        int i = top * sheet.width() + left;
        int across = (int) ((x - 0.5f - left) * 256);
        int down = (int) ((y - 0.5f - top) * 256);
        int one = paper[i];
        int two = paper[i + 1];
        int three = paper[i + sheet.width()];
        int four = paper[i + sheet.width() + 1];
        if ((one & two & three & four) == -1) {
            return 0xfdfdfd;
        }
        int redBlue = mixed(mixed(one, two, across), mixed(three, four, across), down);
        int alphaGreen = mixed(mixed(one >>> 8, two >>> 8, across), mixed(three >>> 8, four >>> 8, across), down);
        int alpha = alphaGreen >>> 16;
        if (alpha == 255) {
            return redBlue | (alphaGreen & 0xff) << 8;
        }
        int table = Table.at(tile, column, row);
        int rest = 255 - alpha;
        int behind = ((table >> 16 & 0xff) * rest / 255) << 16
                | ((table >> 8 & 0xff) * rest / 255) << 8
                | (table & 0xff) * rest / 255;
        return Math.min(255, (redBlue >>> 16) + (behind >> 16 & 0xff)) << 16
                | Math.min(255, (alphaGreen & 0xff) + (behind >> 8 & 0xff)) << 8
                | Math.min(255, (redBlue & 0xff) + (behind & 0xff));
    }

    /** Two bytes at once, 16 bits apart. */
    private static int mixed(int one, int other, int share) {
        return (((one & 0xff00ff) * (256 - share) + (other & 0xff00ff) * share) >>> 8) & 0xff00ff;
    }
}

package org.xudai.intake.studio;

/**
 * How a camera looks at a page: turned in space, in perspective, through a lens that bends straight lines a little.
 */
final class View {

    private final double[] turn;
    private final double distance;
    private final double lens;
    private final double scale;
    private final double right;
    private final double down;

    private View(double[] turn, double distance, double lens, double scale, double right, double down) {
        this.turn = turn;
        this.distance = distance;
        this.lens = lens;
        this.scale = scale;
        this.right = right;
        this.down = down;
    }

    /** A view in which the page fills the picture as a person would have it. */
    static View of(Camera camera, Bend bend, double paperWidth, double paperHeight, Chance chance) {
        boolean scanned = camera.body() == Camera.Body.SCANNER;
        boolean leaning = camera.has(Camera.Condition.LEANING);
        double lean = scanned ? 0 : leaning ? chance.between(0.2, 0.38) : Math.abs(chance.about(0.05));
        double towards = chance.between(-Math.PI, Math.PI);
        double roll = camera.turn() * Math.PI / 2 + chance.about(scanned ? 0.006 : 0.025);
        double[] turn = turned(lean * Math.cos(towards), lean * Math.sin(towards), roll);
        double distance = scanned ? 1e6 : chance.between(330, 480);
        double lens = scanned ? 0 : chance.about(0.006);
        View plain = new View(turn, distance, lens, 1, 0, 0);
        double[] bounds = plain.bounds(bend, paperWidth, paperHeight);
        boolean upright = camera.turn() % 2 == 0;
        double width = camera.body().width;
        double height = camera.body().height;
        boolean wide = !upright && chance.in(0.6);
        double share = scanned ? 0.975 : chance.between(0.84, 0.95);
        double across = wide ? height : width;
        double high = wide ? width : height;
        double scale = share * Math.min(across / (bounds[2] - bounds[0]), high / (bounds[3] - bounds[1]));
        double spareX = (across - scale * (bounds[2] - bounds[0])) / 2;
        double spareY = (high - scale * (bounds[3] - bounds[1])) / 2;
        double right = across / 2 - scale * (bounds[0] + bounds[2]) / 2 + spareX * chance.between(-0.6, 0.6);
        double down = high / 2 - scale * (bounds[1] + bounds[3]) / 2 + spareY * chance.between(-0.6, 0.6);
        if (camera.has(Camera.Condition.CUT_OFF)) {
            double lost = chance.between(0.1, 0.25);
            boolean below = chance.in(0.6);
            right += below ? 0 : -chance.side() * (lost * across + spareX);
            down += below ? lost * high + spareY : 0;
        }
        return new View(turn, distance, lens, scale, right, down);
    }

    /** Whether the picture lies on its side. */
    boolean wide(Camera camera) {
        return Math.abs(right - camera.body().height / 2.0) < Math.abs(right - camera.body().width / 2.0);
    }

    /** From space to the picture; takes and leaves its numbers in the array. */
    void project(double[] place) {
        double x = turn[0] * place[0] + turn[1] * place[1] + turn[2] * place[2];
        double y = turn[3] * place[0] + turn[4] * place[1] + turn[5] * place[2];
        double z = turn[6] * place[0] + turn[7] * place[1] + turn[8] * place[2];
        double nearer = distance / (distance - z);
        double u = x * nearer;
        double v = y * nearer;
        double bent = 1 + lens * (u * u + v * v) / 33_000;
        place[0] = u * bent * scale + right;
        place[1] = v * bent * scale + down;
    }

    private double[] bounds(Bend bend, double paperWidth, double paperHeight) {
        double[] bounds = {1e9, 1e9, -1e9, -1e9};
        double[] place = new double[3];
        for (int i = 0; i <= 20; i++) {
            for (int j = 0; j <= 20; j++) {
                bend.place((i / 20.0 - 0.5) * paperWidth, (j / 20.0 - 0.5) * paperHeight, place);
                project(place);
                bounds[0] = Math.min(bounds[0], place[0]);
                bounds[1] = Math.min(bounds[1], place[1]);
                bounds[2] = Math.max(bounds[2], place[0]);
                bounds[3] = Math.max(bounds[3], place[1]);
            }
        }
        return bounds;
    }

    /** Rolled in the plane of the page, then tilted about both axes. */
    private static double[] turned(double aboutX, double aboutY, double roll) {
        double cx = Math.cos(aboutX);
        double sx = Math.sin(aboutX);
        double cy = Math.cos(aboutY);
        double sy = Math.sin(aboutY);
        double cr = Math.cos(roll);
        double sr = Math.sin(roll);
        double[] rolled = {cr, -sr, 0, sr, cr, 0, 0, 0, 1};
        double[] tilted = {cy, sx * sy, cx * sy, 0, cx, -sx, -sy, sx * cy, cx * cy};
        double[] both = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int k = 0; k < 3; k++) {
                    both[3 * row + column] += tilted[3 * row + k] * rolled[3 * k + column];
                }
            }
        }
        return both;
    }
}

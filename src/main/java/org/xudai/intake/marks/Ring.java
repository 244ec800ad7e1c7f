package org.xudai.intake.marks;

/**
 * The circle that lies best on a patch, with what is red along it and within: a company's seal has a ring, a star, and
 * nothing between the star and the text along the ring.
 *
 * @param radius mm
 * @param covered share of the circle on which there is red, 0 to 1
 * @param star share of red within an eighth of the radius
 * @param lines share of red in the fullest third of the room between star and text, which special seals have a line in
 */
record Ring(double radius, double covered, double star, double lines) {

    private static final int ANGLES = 120;
    private static final double LEAST_MM = 10;
    private static final double MOST_MM = 25;
    private static final double BAND_MM = 0.35;

    /** Nothing red is so far outside of a ring. */
    private static final double OUTSIDE_MM = 1.5;

    private static final double STAR = 0.12;
    private static final double INNER = 0.40;
    private static final double OUTER = 0.56;
    private static final int SECTORS = 12;
    private static final int[] STEPS = {6, 2, 1};

    static Ring of(Redness red, RedPatch patch) {
        double perMm = Redness.PIXELS_PER_MM;
        double x = patch.middleX();
        double y = patch.middleY();
        double radius = Math.max(LEAST_MM, Math.min(MOST_MM, patch.size() / 2.0 / perMm - 0.6)) * perMm;
        double best = covered(red, x, y, radius);
        for (int step : STEPS) {
            boolean better = true;
            for (int round = 0; better && round < 12; round++) {
                better = false;
                double[] centre = {x, y, radius};
                for (int move = 0; move < 27; move++) {
                    double tryX = centre[0] + (move % 3 - 1) * step;
                    double tryY = centre[1] + (move / 3 % 3 - 1) * step;
                    double tryRadius = centre[2] + (move / 9 - 1) * step;
                    double share = covered(red, tryX, tryY, tryRadius);
                    if (share > best && tryRadius >= LEAST_MM * perMm && tryRadius <= MOST_MM * perMm) {
                        best = share;
                        x = tryX;
                        y = tryY;
                        radius = tryRadius;
                        better = true;
                    }
                }
            }
        }
        return new Ring(radius / perMm, best, star(red, x, y, radius), lines(red, x, y, radius));
    }

    private static double covered(Redness red, double x, double y, double radius) {
        int hits = 0;
        double band = BAND_MM * Redness.PIXELS_PER_MM;
        for (int i = 0; i < ANGLES; i++) {
            double angle = 2 * Math.PI * i / ANGLES;
            double cosine = Math.cos(angle);
            double sine = Math.sin(angle);
            double outside = radius + OUTSIDE_MM * Redness.PIXELS_PER_MM;
            boolean beyond = red.at((int) Math.round(x + outside * cosine), (int) Math.round(y + outside * sine));
            for (int side = -1; side <= 1; side++) {
                double reach = radius + side * band;
                boolean on = red.at((int) Math.round(x + reach * cosine), (int) Math.round(y + reach * sine));
                hits += on && !beyond ? 1 : 0;
            }
        }
        return hits / (3.0 * ANGLES);
    }

    private static double star(Redness red, double x, double y, double radius) {
        double reach = STAR * radius;
        int seen = 0;
        int hits = 0;
        for (int dy = (int) -reach; dy <= reach; dy++) {
            for (int dx = (int) -reach; dx <= reach; dx++) {
                if (dx * dx + dy * dy <= reach * reach) {
                    seen++;
                    hits += red.at((int) Math.round(x) + dx, (int) Math.round(y) + dy) ? 1 : 0;
                }
            }
        }
        return hits / Math.max(1.0, seen);
    }

    private static double lines(Redness red, double x, double y, double radius) {
        int[] seen = new int[SECTORS];
        int[] hits = new int[SECTORS];
        double most = OUTER * radius;
        double least = INNER * radius;
        for (int dy = (int) -most; dy <= most; dy++) {
            for (int dx = (int) -most; dx <= most; dx++) {
                double square = (double) dx * dx + (double) dy * dy;
                if (square <= most * most && square >= least * least) {
                    int sector = (int) ((Math.atan2(dy, dx) + Math.PI) / (2 * Math.PI) * SECTORS) % SECTORS;
                    seen[sector]++;
                    hits[sector] += red.at((int) Math.round(x) + dx, (int) Math.round(y) + dy) ? 1 : 0;
                }
            }
        }
        double fullest = 0;
        for (int i = 0; i < SECTORS; i++) {
            double third = 0;
            for (int j = 0; j < 3; j++) {
                int sector = (i + j) % SECTORS;
                third += hits[sector] / Math.max(1.0, seen[sector]) / 3;
            }
            fullest = Math.max(fullest, third);
        }
        return fullest;
    }
}

package org.xudai.intake.marks;

import java.util.Arrays;
import org.xudai.intake.compare.StraightPage;

/**
 * The ring of a round seal with what is within: a company's seal has a star, and nothing between the star and the text along
 * the ring. Blur and coarse colours spread ink and take none away; so ink is summed over small areas, and held against that
 * of the ring in the same direction, which was pressed and lit alike.
 *
 * @param radius of its outer edge, mm
 * @param covered share of the circle on which the ring is seen, 0 to 1
 * @param star ink in the middle, that of the ring being 1
 * @param lines ink in the fullest quarter of the room between star and text, likewise: special seals have a line there
 * @param room the place of such a line, wherever below may be
 */
record Ring(double radius, double covered, double star, double lines, LineRoom room) {

    /** How far a ring may lie beside the circle where paper is bent or folded, mm. */
    private static final double ASTRAY_MM = 1.5;

    /** A ring's line is about so thick, and is looked for so far within and without of its outer edge, mm. */
    private static final double THICK_MM = 1.15;

    private static final double WITHIN_MM = 1.5;
    private static final double WITHOUT_MM = 0.6;

    /** Nothing red is so far outside of a ring. */
    private static final double OUTSIDE_MM = 2.2;

    /** Share of the ring's stronger part that the ring has where it is seen. */
    private static final double SEEN = 0.35;

    /** Likewise, where a line within would still be seen. */
    static final double VISIBLE = 0.2;

    /** Directions are looked at together with so many to each side: letters stand 19 degrees apart. */
    static final int ABOUT = 3;

    private static final double STAR = 0.12;
    private static final double ROOM_INNER = 0.42;
    private static final double ROOM_OUTER = 0.57;

    /** A quarter of the circle, in directions. */
    private static final int QUARTER = Rim.ANGLES / 4;

    static Ring of(StraightPage page, Redness red, RedPatch patch) {
        Rim.Circle circle = Rim.circle(red, patch);
        double[] reach = Rim.reach(red, circle, ASTRAY_MM * Redness.PIXELS_PER_MM);
        Polar polar = new Polar(page, circle, reach);
        double bare = polar.median(ROOM_INNER, ROOM_OUTER);
        double[] ink = new double[Rim.ANGLES];
        double[] room = new double[Rim.ANGLES];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = polar.sum(i, WITHIN_MM, WITHOUT_MM, bare) / (THICK_MM * Redness.PIXELS_PER_MM);
            room[i] = polar.mean(i, ROOM_INNER, ROOM_OUTER) - bare;
        }
        double[] sorted = ink.clone();
        Arrays.sort(sorted);
        double strong = Math.max(1, sorted[sorted.length * 3 / 4]);
        int covered = 0;
        for (int i = 0; i < ink.length; i++) {
            covered += ink[i] >= SEEN * strong && !polar.isRed(red, i, OUTSIDE_MM) ? 1 : 0;
        }
        return new Ring(
                circle.radius() / Redness.PIXELS_PER_MM,
                covered / (double) ink.length,
                (polar.middle(STAR) - bare) / strong,
                lines(ink, room, strong),
                LineRoom.of(polar, bare, smooth(ink), strong));
    }

    private static double lines(double[] ink, double[] room, double strong) {
        double lines = 0;
        for (int i = 0; i < ink.length; i += 2) {
            double along = mean(ink, i, QUARTER / 2);
            lines = Math.max(lines, mean(room, i, QUARTER / 2) / Math.max(VISIBLE * strong, along));
        }
        return lines;
    }

    private static double[] smooth(double[] ink) {
        double[] smooth = new double[ink.length];
        for (int i = 0; i < ink.length; i++) {
            smooth[i] = mean(ink, i, ABOUT);
        }
        return smooth;
    }

    /** The mean over a direction and so many to each side. */
    static double mean(double[] values, int middle, int near) {
        double sum = 0;
        for (int i = middle - near; i <= middle + near; i++) {
            sum += values[Math.floorMod(i, values.length)];
        }
        return sum / (2 * near + 1);
    }
}

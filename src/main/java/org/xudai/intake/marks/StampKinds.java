package org.xudai.intake.marks;

import org.xudai.intake.compare.StraightPage;

/**
 * Tells red stamps apart by what their makers are bound to: a company's seal is round, 38 to 45 mm wide, with a star and its
 * name along the ring (国发〔1999〕25号); a name chop is a square of about 18 mm; a finger leaves an oval. What fits
 * none of these is another chop, for a person to see.
 */
final class StampKinds {

    /** A seal of 38 to 45 mm, printers that shrink the page by 5 %, and a millimetre of ink. */
    private static final double SEAL_LEAST = 36;

    private static final double SEAL_MOST = 49;
    private static final double RING_COVERED = 0.4;

    /** So much of a ring shows a star too, where there is one. */
    private static final double RING_WHOLE = 0.75;

    /** Less of a ring may be another chop's. */
    private static final double RING_PART = 0.25;

    private static final double STAR = 0.5;

    /** Ink between star and text, that of the ring being 1: up to here it is none, from there on it is a line. */
    private static final double BARE = 0.1;

    private static final double LINES = 0.14;

    /** So much of a line is two letters of five: bare paper there tells that there is no line. */
    private static final double ROOM_SHOWN = 0.4;

    private static final double STRAIGHT = 0.72;
    private static final double CHOP_ASPECT = 1.6;
    private static final double CHOP_LEAST = 12;
    private static final double CHOP_MOST = 26;
    private static final double FINGER_FILL = 0.7;
    private static final double FINGER_LEAST = 7.5;
    private static final double FINGER_MOST = 34;
    private static final double FINGER_ASPECT = 2.2;
    private static final double FINGER_SOLID = 0.25;

    /** Of a finger's print up to a third is bare, of round chops of which only parts took a half and more. */
    private static final double FINGER_BARE = 0.4;

    private static final double EDGE = 1.5;

    private StampKinds() {}

    /**
     * What a stamp seems to be.
     *
     * @param kind the likeliest
     * @param sure whether it is that beyond doubt
     */
    record Told(MarkKind kind, boolean sure) {

        private static Told surely(MarkKind kind) {
            return new Told(kind, true);
        }
    }

    static Told of(StraightPage page, Redness red, RedPatch patch) {
        if (reachesOver(red, patch)) {
            return Told.surely(MarkKind.STRADDLE_SEAL);
        }
        Hull hull = Hull.of(red, patch);
        if (patch.size() <= SEAL_LEAST * 0.8 * Redness.PIXELS_PER_MM) {
            return Told.surely(small(hull, Gaps.share(red, patch)));
        }
        return hull.straightSides() >= STRAIGHT ? Told.surely(MarkKind.OTHER_CHOP) : round(Ring.of(page, red, patch));
    }

    private static MarkKind small(Hull hull, double bare) {
        boolean chop = hull.straightSides() >= STRAIGHT
                && hull.aspect() <= CHOP_ASPECT
                && hull.longSide() >= CHOP_LEAST
                && hull.longSide() <= CHOP_MOST;
        boolean finger = hull.straightSides() < STRAIGHT
                && hull.fill() >= FINGER_FILL
                && hull.aspect() <= FINGER_ASPECT
                && hull.shortSide() >= FINGER_LEAST
                && hull.longSide() <= FINGER_MOST
                && hull.solid() >= FINGER_SOLID
                && bare <= FINGER_BARE;
        return chop ? MarkKind.NAME_CHOP : finger ? MarkKind.FINGERPRINT : MarkKind.OTHER_CHOP;
    }

    /** A company's seal; one of which a part is missing, with what would tell it from others, is for a person. */
    private static Told round(Ring ring) {
        boolean large = 2 * ring.radius() >= SEAL_LEAST && 2 * ring.radius() <= SEAL_MOST;
        if (!large || ring.covered() < RING_PART || ring.lines() >= LINES) {
            return Told.surely(MarkKind.OTHER_CHOP);
        }
        if (ring.covered() >= RING_WHOLE && ring.star() < STAR) {
            return Told.surely(MarkKind.OTHER_CHOP);
        }
        boolean whole = ring.covered() >= RING_COVERED && ring.star() >= STAR;
        boolean bare =
                ring.lines() <= BARE && ring.room().ink() <= BARE && ring.room().shown() >= ROOM_SHOWN;
        return new Told(MarkKind.COMPANY_SEAL, whole && bare);
    }

    private static boolean reachesOver(Redness red, RedPatch patch) {
        double edge = EDGE * Redness.PIXELS_PER_MM;
        return patch.left() <= edge
                || patch.top() <= edge
                || patch.right() >= red.width() - edge
                || patch.bottom() >= red.height() - edge;
    }
}

package org.xudai.intake.bent;

import java.util.ArrayList;
import java.util.List;

/** Three finder patterns that may belong to one page code. */
record Corner(Finder topLeft, Finder topRight, Finder bottomLeft) {

    /** Modules between the centres of two finder patterns on one side. */
    private static final double APART = 26;

    /** How much that may differ where the paper slants another way at each. */
    private static final double TOLERANCE = 1.6;

    /** All threes that may be one code's, the codes' order kept: a mirrored code is none. */
    static List<Corner> of(List<Finder> finders) {
        List<Corner> corners = new ArrayList<>();
        for (Finder topLeft : finders) {
            for (Finder topRight : finders) {
                for (Finder bottomLeft : finders) {
                    Corner corner = new Corner(topLeft, topRight, bottomLeft);
                    if (corner.isPossible()) {
                        corners.add(corner);
                    }
                }
            }
        }
        return corners;
    }

    private boolean isPossible() {
        double turned = (topRight.x() - topLeft.x()) * (bottomLeft.y() - topLeft.y())
                - (topRight.y() - topLeft.y()) * (bottomLeft.x() - topLeft.x());
        return turned > 0
                && isAbout(topLeft.modulesTo(topRight), APART)
                && isAbout(topLeft.modulesTo(bottomLeft), APART)
                && isAbout(topRight.modulesTo(bottomLeft), APART * Math.sqrt(2));
    }

    private static boolean isAbout(double distance, double expected) {
        return distance < expected * TOLERANCE && distance > expected / TOLERANCE;
    }

    /** A module along the upper side, in pixels: x and y. */
    double[] across() {
        return new double[] {(topRight.x() - topLeft.x()) / APART, (topRight.y() - topLeft.y()) / APART};
    }

    /** A module along the left side, in pixels: x and y. */
    double[] down() {
        return new double[] {(bottomLeft.x() - topLeft.x()) / APART, (bottomLeft.y() - topLeft.y()) / APART};
    }
}

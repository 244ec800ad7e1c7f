package org.xudai.intake.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page that bends like a roll is followed, also where it has no print. */
class CurlTests {

    private static final Homography FLAT = new Homography(1.5, 0, 40, 0, 1.5, 60, 0, 0);
    private static final double SCALE = 1.5;
    private static final int WIDTH = 1654;
    private static final int HEIGHT = 2339;

    /** Margins of 2 cm, and a box for a seal, have no print. */
    private static final int MARGIN = 160;

    private static final int SIDE = 40;

    @Test
    void theMarginsOfARollAreWhereTheRollGoesOn() {
        List<Match> matches = matches(200);
        matches.add(new Match(800, 900, 40, 60, 0.6, Texture.BOTH));

        PageMap map = Curl.over(Homography.fit(matches), matches, SCALE, Curl.WHOLE);

        for (double y : new double[] {10, 1000, HEIGHT - 10}) {
            Spot is = rolled(WIDTH - 20, y, 200);
            assertThat(map.at(WIDTH - 20, y).distance(is))
                    .as("pixels of the picture, %.0f down", y)
                    .isLessThan(IssuedPage.MM * SCALE);
        }
        Spot inBox = rolled(600, 1500, 200);
        assertThat(map.at(600, 1500).distance(inBox)).isLessThan(0.2 * IssuedPage.MM * SCALE);
    }

    @Test
    void aPageThatLiesFlatStaysAPlane() {
        List<Match> matches = matches(1e6);

        PageMap map = Curl.over(FLAT, matches, SCALE, Curl.WHOLE);

        assertThat(map).isSameAs(FLAT);
        assertThat(map.at(10, 10).x()).isCloseTo(55, within(1e-9));
    }

    /** Blocks with print on them, on a roll of a radius in millimetres. */
    private static List<Match> matches(double radius) {
        List<Match> matches = new ArrayList<>();
        for (int y = MARGIN; y < HEIGHT - MARGIN; y += SIDE) {
            for (int x = MARGIN; x < WIDTH - MARGIN; x += SIDE) {
                boolean inBox = x > 420 && x < 780 && y > 1320 && y < 1680;
                if (!inBox) {
                    Spot spot = rolled(x, y, radius);
                    matches.add(new Match(x, y, spot.x(), spot.y(), 0.9, Texture.BOTH));
                }
            }
        }
        return matches;
    }

    /** Where a place lies that was rolled about an upright axis, seen from 400 mm. */
    private static Spot rolled(double x, double y, double radius) {
        double along = (x - WIDTH / 2.0) / IssuedPage.MM;
        double across = radius * Math.sin(along / radius);
        double up = radius * (1 - Math.cos(along / radius));
        double nearer = 400 / (400 - up);
        double seenX = WIDTH / 2.0 + across * IssuedPage.MM * nearer;
        double seenY = HEIGHT / 2.0 + (y - HEIGHT / 2.0) * nearer;
        return new Spot(FLAT.x(seenX, seenY), FLAT.y(seenX, seenY));
    }
}

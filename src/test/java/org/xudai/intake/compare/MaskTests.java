package org.xudai.intake.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Marked pixels and what lies about them. */
class MaskTests {

    @Test
    void everyPixelWithinReachIsMarkedAndEachMarkedOneStaysSo() {
        Mask line = new Mask(9, 3, new boolean[27]);
        line.marked()[9 + 3] = true;
        line.marked()[9 + 4] = true;
        line.marked()[9 + 5] = true;

        boolean[] spread = line.spread(1).marked();

        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 9; x++) {
                assertThat(spread[9 * y + x]).as(x + ", " + y).isEqualTo(x >= 2 && x <= 6);
            }
        }
    }
}

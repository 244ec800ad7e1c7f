package org.xudai.intake.compare;

import java.util.ArrayList;
import java.util.List;
import org.xudai.forms.FormBox;

/**
 * How well a picture shows its page.
 *
 * @param dpi pixels of the picture an inch of paper
 * @param blur spread of the lens and of all that came after it, millimetres on the paper (one sigma); 0 where the page has
 *     no printed values to measure it by
 * @param shownPrint share of the issued print that lies within the picture, 0 to 1: less is cut off
 * @param glaring boxes over which light washes the page out
 * @param shadowed boxes over which it is much darker than the page
 */
public record Quality(double dpi, double blur, double shownPrint, List<FormBox> glaring, List<FormBox> shadowed) {

    private static final int PRINTED = 160;
    private static final double GLARING_SHARE = 0.25;
    private static final double SHADOW = 0.4;
    private static final int STEP = 12;

    static Quality of(StraightPage page, Registration registration, double blur) {
        List<FormBox> glaring = new ArrayList<>();
        List<FormBox> shadowed = new ArrayList<>();
        float usual = usualLevel(page);
        for (FormBox box : page.issued().layout().boxes()) {
            Window window = Window.about(box, 0, 0, page.width(), page.height());
            int seen = 0;
            int light = 0;
            int dark = 0;
            for (int y = window.top(); y < window.top() + window.height(); y += STEP) {
                for (int x = window.left(); x < window.left() + window.width(); x += STEP) {
                    float level = page.paperLevel(x, y);
                    seen++;
                    light += page.glaresAt(x, y) ? 1 : 0;
                    dark += level < SHADOW * usual ? 1 : 0;
                }
            }
            if (light > GLARING_SHARE * seen) {
                glaring.add(box);
            }
            if (dark > GLARING_SHARE * seen) {
                shadowed.add(box);
            }
        }
        return new Quality(registration.dpi(), blur, shownPrint(page), glaring, shadowed);
    }

    private static float usualLevel(StraightPage page) {
        List<Float> levels = new ArrayList<>();
        for (int y = Light.BLOCK / 2; y < page.height(); y += Light.BLOCK) {
            for (int x = Light.BLOCK / 2; x < page.width(); x += Light.BLOCK) {
                levels.add(page.paperLevel(x, y));
            }
        }
        levels.sort(null);
        return levels.get(levels.size() * 3 / 4);
    }

    private static double shownPrint(StraightPage page) {
        int printed = 0;
        int shown = 0;
        for (int y = 0; y < page.height(); y += 2) {
            for (int x = 0; x < page.width(); x += 2) {
                if (page.print(x, y) < PRINTED) {
                    printed++;
                    shown += page.shows(x, y) ? 1 : 0;
                }
            }
        }
        return printed == 0 ? 1 : (double) shown / printed;
    }
}

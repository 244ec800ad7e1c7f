package org.xudai.intake.studio;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a page is photographed with and how. Even without conditions nobody holds a phone quite straight, and no light is
 * quite even.
 *
 * @param body which picture comes out
 * @param conditions what makes it hard
 * @param turn quarter turns clockwise of the page in the picture
 * @param table what the page lies on
 */
public record Camera(Body body, Set<Condition> conditions, int turn, Table table) {

    /** Ways a picture comes about. */
    public enum Body {
        /** A phone's own file: 12 megapixels. */
        PHONE(3000, 4000, 300, 0.86f, 0.95f),
        /** What a messenger makes of it: 1080 by 1440. */
        MESSENGER(1080, 1440, 180, 0.55f, 0.75f),
        /** A flat-bed scanner at 200 dots per inch, its glass a little larger than the page. */
        SCANNER(1700, 2400, 300, 0.8f, 0.92f);

        final int width;
        final int height;
        final int dotsPerInch;
        final float leastQuality;
        final float mostQuality;

        Body(int width, int height, int dotsPerInch, float leastQuality, float mostQuality) {
            this.width = width;
            this.height = height;
            this.dotsPerInch = dotsPerInch;
            this.leastQuality = leastQuality;
            this.mostQuality = mostQuality;
        }
    }

    /** What makes a photo hard. */
    public enum Condition {
        /** Held at an angle. */
        LEANING,
        /** The page bends like a roll. */
        CURLED,
        /** One corner stands up. */
        BENT_CORNER,
        /** Folded once or twice, as in an envelope. */
        FOLDED,
        /** The shadow of the phone or a hand across the page. */
        SHADOWED,
        /** A lamp shines back from the page. */
        GLARING,
        /** Out of focus. */
        DEFOCUSED,
        /** The hand moved. */
        SHAKEN,
        /** Little light: noise. */
        DARK,
        /** A part of the page is not in the picture. */
        CUT_OFF
    }

    /** A phone. */
    public static Camera phone() {
        return new Camera(Body.PHONE, Set.of(), 0, Table.WOOD);
    }

    /** A phone whose photo went through a messenger. */
    public static Camera messenger() {
        return new Camera(Body.MESSENGER, Set.of(), 0, Table.WOOD);
    }

    /** A scanner. */
    public static Camera scanner() {
        return new Camera(Body.SCANNER, Set.of(), 0, Table.LID);
    }

    /** Under one more condition. */
    public Camera with(Condition condition) {
        Set<Condition> more = EnumSet.of(condition);
        more.addAll(conditions);
        return new Camera(body, Set.copyOf(more), turn, table);
    }

    /** The page turned in the picture, degrees clockwise: 0, 90, 180 or 270. */
    public Camera turned(int degrees) {
        return new Camera(body, conditions, degrees / 90, table);
    }

    /** The page on another table. */
    public Camera on(Table other) {
        return new Camera(body, conditions, turn, other);
    }

    boolean has(Condition condition) {
        return conditions.contains(condition);
    }

    int dotsPerInch() {
        return body.dotsPerInch;
    }
}

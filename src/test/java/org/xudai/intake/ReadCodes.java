package org.xudai.intake;

import java.awt.image.BufferedImage;

/** The product's own reading of page codes, for tests in other rooms of the intake. */
public final class ReadCodes {

    private static final PageCodeReader READER = new PageCodeReader();

    private ReadCodes() {}

    /** Whether a page code can be read in a picture. */
    public static boolean any(BufferedImage picture) {
        return !READER.read(picture, PageCodeReader.Effort.ALL).isEmpty();
    }
}

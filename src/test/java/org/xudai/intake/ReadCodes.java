package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.xudai.intake.compare.CodePlace;

/** The product's own reading of page codes, for tests in other rooms of the intake. */
public final class ReadCodes {

    private static final PageCodeReader READER = new PageCodeReader();

    private ReadCodes() {}

    /** Where the first page code that can be read is in a picture. */
    public static Optional<CodePlace> first(BufferedImage picture) {
        return READER.read(picture, PageCodeReader.Effort.ALL).stream()
                .map(FoundCode::place)
                .findFirst();
    }
}

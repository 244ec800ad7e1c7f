package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** Writes PNG (ISO/IEC 15948) quickly: packed a little less than it could be. */
final class Png {

    private static final float QUICK = 0.9f;

    private Png() {}

    static byte[] of(BufferedImage picture) throws IOException {
        return PackedPicture.of("png", QUICK, picture);
    }
}

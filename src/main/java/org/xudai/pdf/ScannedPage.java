package org.xudai.pdf;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of a stack of scans. */
public final class ScannedPage {

    private final BufferedImage picture;
    private final byte @Nullable [] jpeg;

    /**
     * A page.
     *
     * @param picture as it looks
     * @param jpeg the file of the scan where the page is nothing else, or null
     */
    public ScannedPage(BufferedImage picture, byte @Nullable [] jpeg) {
        this.picture = picture;
        this.jpeg = jpeg;
    }

    /** The page as it looks, at the resolution of its scan: of a PDF 150 to 300 pixels an inch. */
    public BufferedImage picture() {
        return picture;
    }

    /** The JPEG (ITU-T T.81) that the scanner made, byte for byte, where it is all that is on the page and lies upright. */
    public Optional<byte[]> jpeg() {
        return Optional.ofNullable(jpeg);
    }
}

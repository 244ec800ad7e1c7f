package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.MaterialCode;

/** Looks at one file. The boundary behind which hostile bytes are opened. */
interface FileInspector {

    /** Takes the previews as they are made. */
    interface Previews {
        void page(BufferedImage picture);
    }

    /**
     * Inspects a file; whatever it is, the answer is a verdict and never an exception of the file's making.
     *
     * @param material the line it was handed in for, null where page codes decide
     */
    InspectedFile inspect(int sequence, Path file, @Nullable MaterialCode material, Previews previews)
            throws IOException;
}

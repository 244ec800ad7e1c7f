package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** Looks at one file. The boundary behind which hostile bytes are opened. */
interface FileInspector {

    /** Takes the previews as they are made. */
    interface Previews {
        void page(BufferedImage picture);
    }

    /**
     * What a file may be, by the line of the checklist it was handed in for.
     *
     * @param form whether it may be an issued form come back, so that its page codes are worth some effort
     * @param table whether a workbook is taken
     */
    record Expected(boolean form, boolean table) {}

    /**
     * Inspects a file; whatever it is, the answer is a verdict and never an exception of the file's making.
     *
     * @param sequence its place in the document, from 1
     * @throws IOException where this machine cannot read or write its own files
     */
    InspectedFile inspect(int sequence, Path file, Expected expected, Previews previews) throws IOException;
}

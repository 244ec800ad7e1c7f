package org.xudai.intake;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Looks at one file. The boundary behind which hostile bytes are opened. */
interface FileInspector {

    /** The bytes of a file. */
    interface Content {
        InputStream open() throws IOException;
    }

    /** Takes the previews as they are made; a page of a file that is looked at again comes again. */
    interface Previews {

        /**
         * A page.
         *
         * @param page its place in the file, from 1
         * @param png the picture
         */
        void page(int page, byte[] png);

        /**
         * A page that was compared with the issued one, as it was received but straight, in even light.
         *
         * @param page its place in the file, from 1
         * @param png the picture
         */
        void straight(int page, byte[] png);
    }

    /**
     * What a file may be, by the line of the checklist it was handed in for.
     *
     * @param form whether it may be an issued form come back, so that its page codes are worth some effort
     * @param table whether a workbook is taken
     * @param signatures what is needed to validate certificate signatures; without it they are only counted
     */
    record Expected(boolean form, boolean table, @Nullable SignatureQuestion signatures) {}

    /**
     * Inspects a file; whatever it is, the answer is a verdict and never an exception of the file's making.
     *
     * @param sequence its place in the document, from 1
     * @param issued the pages it may be one of
     * @throws IOException where this machine cannot read or write its own files, or start a worker
     */
    InspectedFile inspect(int sequence, Content content, Expected expected, IssuedSource issued, Previews previews)
            throws IOException;
}

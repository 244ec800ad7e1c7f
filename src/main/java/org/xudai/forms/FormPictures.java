package org.xudai.forms;

import java.io.IOException;
import org.springframework.stereotype.Component;
import org.xudai.pdf.IssuedPages;

/** Issued forms as pictures, for phones that show no PDF. */
@Component
public class FormPictures {

    private static final int LONG_SIDE = 1400;

    /** A4 at 150 dots an inch, as previews of received pages are. */
    private static final int LONG_SIDE_BESIDE_RECEIVED = 1754;

    private final IssuedPages pages;

    FormPictures(IssuedPages pages) {
        this.pages = pages;
    }

    /**
     * A page of an issued form as PNG.
     *
     * @param pdf the issued bytes
     * @param page from 1
     * @throws IllegalArgumentException where the form has no such page
     */
    public byte[] page(byte[] pdf, int page) throws IOException {
        return pages.png(pdf, page, LONG_SIDE);
    }

    /** The same as large as the picture of a received page, to be compared with it. */
    public byte[] pageBesideReceived(byte[] pdf, int page) throws IOException {
        return pages.png(pdf, page, LONG_SIDE_BESIDE_RECEIVED);
    }
}

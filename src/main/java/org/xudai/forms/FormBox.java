package org.xudai.forms;

import java.util.Set;

/**
 * A box on an issued page.
 *
 * @param page number of the page, from 1
 * @param name name of the field or box
 * @param kind what it is for
 * @param x points from the left
 * @param y points from the top
 * @param width points
 * @param height points
 * @param accepts for signature and seal boxes: what is enough there
 * @param required whether a mark is needed for the document to be complete
 */
public record FormBox(
        int page,
        String name,
        Kind kind,
        double x,
        double y,
        double width,
        double height,
        Set<Mark> accepts,
        boolean required) {

    /**
     * Kinds of box. VALUE is a printed value, TEXT a place to write by hand or to type; CODE is the page code without its
     * quiet zone of four modules.
     */
    public enum Kind {
        SIGNATURE,
        SEAL,
        DATE,
        TEXT,
        VALUE,
        CODE
    }

    /** Marks on paper: 签字, 手印, 公章, 法定代表人名章. */
    public enum Mark {
        SIGNATURE,
        FINGERPRINT,
        COMPANY_SEAL,
        NAME_CHOP
    }
}

package org.xudai.intake;

import java.io.IOException;
import java.util.Optional;

/** Pages that were issued, by their page codes. */
interface IssuedSource {

    /** The page that a code names; nothing where it is none of this case's current ones. */
    Optional<IssuedSheet> named(String code);

    /**
     * The form it belongs to, as it was issued.
     *
     * @throws IOException where it cannot be read
     */
    byte[] pdf(IssuedSheet sheet) throws IOException;
}

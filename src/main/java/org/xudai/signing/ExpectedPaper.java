package org.xudai.signing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a signed PDF before it is looked at.
 *
 * @param signatures how many signatures it has to have; null means one or more
 * @param issued the issued versions it may begin with; empty where it is no form of the bank
 */
public record ExpectedPaper(@Nullable Integer signatures, List<Issued> issued) {

    /** Nothing is known. */
    public static final ExpectedPaper ANY = new ExpectedPaper(null, List.of());

    /**
     * Bytes the bank issued.
     *
     * @param size how many
     * @param sha256 their hash, in hexadecimal digits
     */
    public record Issued(long size, String sha256) {}
}

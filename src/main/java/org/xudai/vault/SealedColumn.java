package org.xudai.vault;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A sealed column.
 *
 * @param name its name
 * @param json whether it holds JSON; a sealed value is a JSON string there
 * @param hashes the hashes by which its values are found
 */
public record SealedColumn(String name, boolean json, List<Hash> hashes) {

    /**
     * A column with a hash of the value.
     *
     * @param column its name
     * @param use what the value is, see {@link SearchHashes#hash}
     * @param part the part of the value that is hashed
     */
    public record Hash(String column, String use, UnaryOperator<String> part) {

        /** A hash of the whole value. */
        public static Hash whole(String column, String use) {
            return new Hash(column, use, UnaryOperator.identity());
        }
    }

    /** A column of text. */
    public static SealedColumn text(String name, Hash... hashes) {
        return new SealedColumn(name, false, List.of(hashes));
    }

    /** A column of JSON. */
    public static SealedColumn json(String name) {
        return new SealedColumn(name, true, List.of());
    }
}

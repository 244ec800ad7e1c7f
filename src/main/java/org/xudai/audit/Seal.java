package org.xudai.audit;

import java.time.Instant;
import java.util.Map;
import org.xudai.kernel.Sha256;

/**
 * A seal over the entries that all chains had got since the seal before.
 *
 * @param number 1 for the first
 * @param at when it was made, by the clock of the node that made it
 * @param leaves how many entries are under it, at least 1
 * @param root root of the Merkle tree (RFC 9162) over the hashes of these entries
 * @param previous hash of the seal before, 64 zeros for the first
 * @param hash SHA-256 of {@link #canonical} in UTF-8
 */
public record Seal(long number, Instant at, long leaves, Sha256 root, Sha256 previous, Sha256 hash) {

    static Seal after(long number, Sha256 previous, Instant at, long leaves, Sha256 root) {
        return new Seal(
                number, at, leaves, root, previous, EntryHash.of(canonical(number, at, leaves, root, previous)));
    }

    /** Reads a seal as it was handed out; what it says is not checked. */
    static Seal read(String canonical, Sha256 hash) {
        Map<String, String> seal = CanonicalJson.read(canonical);
        return new Seal(
                Long.parseLong(seal.getOrDefault("number", "")),
                Instant.parse(seal.getOrDefault("at", "")),
                Long.parseLong(seal.getOrDefault("leaves", "")),
                new Sha256(seal.getOrDefault("root", "")),
                new Sha256(seal.getOrDefault("previous", "")),
                hash);
    }

    /** The form that is hashed: an object of strings, sorted keys, no blanks. */
    public String canonical() {
        return canonical(number, at, leaves, root, previous);
    }

    boolean fitsItsHash() {
        return EntryHash.of(canonical()).equals(hash);
    }

    private static String canonical(long number, Instant at, long leaves, Sha256 root, Sha256 previous) {
        return CanonicalJson.write(Map.of(
                "number", Long.toString(number),
                "at", at.toString(),
                "leaves", Long.toString(leaves),
                "root", root.value(),
                "previous", previous.value()));
    }
}

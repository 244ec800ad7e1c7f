package org.xudai.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.xudai.kernel.Sha256;

/** The hashes of the chain: SHA-256 over the canonical form, which holds the previous entry's hash. */
final class EntryHash {

    /** What the first entry of a chain names as its predecessor. */
    static final Sha256 START = new Sha256("0".repeat(64));

    private EntryHash() {}

    static Sha256 ofEntry(String canonical) {
        return of(canonical);
    }

    /** The form of an entry that is hashed. */
    static String canonical(
            String chain,
            long position,
            Instant at,
            String act,
            Actor actor,
            String facts,
            String payloadHash,
            String previous) {
        Map<String, String> entry = new TreeMap<>();
        entry.put("chain", chain);
        entry.put("position", Long.toString(position));
        entry.put("at", at.toString());
        entry.put("act", act);
        entry.put("actorKind", actor.kind().name());
        entry.put("actorId", actor.id());
        entry.put("facts", facts);
        entry.put("payload", payloadHash);
        entry.put("previous", previous);
        return CanonicalJson.write(entry);
    }

    /** The salt keeps short payloads from being guessed once they are erased. */
    static Sha256 ofPayload(String salt, String content) {
        return of(salt + "\n" + content);
    }

    static Sha256 of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Sha256(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.xudai.vault;

import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.subtle.PrfHmacJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes by which a sealed value is found without being opened: the first 128 bits of an HMAC-SHA-256 (RFC 2104) over use
 * and value, written {@code <key id>:<base64url>}. Without the key nobody can try out all phones or ID numbers.
 */
public final class SearchHashes {

    private static final int LENGTH = 16;
    private static final Base64.Encoder WRITTEN = Base64.getUrlEncoder().withoutPadding();

    private final Map<String, Prf> keys = new LinkedHashMap<>();
    private final String current;

    SearchHashes(KeyFile file) {
        current = file.currentId();
        for (String id : file.ids()) {
            try {
                keys.put(
                        id,
                        new PrfHmacJce(
                                "HMACSHA256", new SecretKeySpec(file.find(id).orElseThrow(), "HMAC")));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
            }
        }
    }

    /** Id of the key that makes new hashes. */
    public String currentId() {
        return current;
    }

    /**
     * The hash of a value as new rows keep it.
     *
     * @param use what the value is, e.g. {@code mobile}: the same digits used otherwise have another hash
     */
    public String hash(String use, String value) {
        return hash(current, use, value);
    }

    /** The hashes of a value under every key: what to look for while rows of an older key are left. */
    public List<String> candidates(String use, String value) {
        List<String> hashes = new ArrayList<>();
        keys.keySet().forEach(id -> hashes.add(hash(id, use, value)));
        return hashes;
    }

    Set<String> ids() {
        return Set.copyOf(keys.keySet());
    }

    String hash(String id, String use, String value) {
        Prf key = keys.get(id);
        if (key == null) {
            throw new VaultFault("search-hash key " + id + " is not in the file of keys");
        }
        try {
            byte[] hash = key.compute((use + "\n" + value).getBytes(StandardCharsets.UTF_8), LENGTH);
            return id + ":" + WRITTEN.encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new VaultFault("a value cannot be hashed", e);
        }
    }
}

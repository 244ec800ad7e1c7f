package org.xudai.vault;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Key-encryption keys in the Transit engine of HashiCorp Vault or OpenBao, the owner as associated data. The key never leaves
 * it; its versions are keys of their own here, {@code <mount>/<key>:v<version>}, the latest one in use. A wrapped key is what
 * Transit gave: {@code vault:v<version>:<base64>} in ASCII.
 */
final class TransitKeyEncryption implements KeyEncryption {

    /** Items of one question; Transit takes no more than 32 MiB of them. */
    private static final int BATCH = 250;

    private static final Pattern CIPHERTEXT = Pattern.compile("vault:v([1-9][0-9]*):.+");

    private final TransitClient client;
    private final String prefix;

    TransitKeyEncryption(VaultSettings.Transit settings) {
        client = new TransitClient(settings);
        prefix = settings.mount() + "/" + settings.key() + ":v";
    }

    @Override
    public String currentId() {
        return prefix + client.key().path("latest_version").asInt();
    }

    /** The versions that still open what they wrapped: those from {@code min_decryption_version} on. */
    @Override
    public Set<String> ids() {
        JsonNode key = client.key();
        int oldest = key.path("min_decryption_version").asInt(1);
        Set<String> ids = new HashSet<>();
        key.path("keys").fieldNames().forEachRemaining(version -> {
            if (Integer.parseInt(version) >= oldest) {
                ids.add(prefix + version);
            }
        });
        return ids;
    }

    @Override
    public boolean isPlaceOf(String keyId) {
        return keyId.startsWith(prefix);
    }

    @Override
    public Map<String, WrappedKey> wrap(Map<String, byte[]> dataKeys) {
        return asked(
                "encrypt",
                dataKeys,
                dataKey -> Map.of("plaintext", Base64.getEncoder().encodeToString(dataKey)),
                (asked, result) -> wrapped(result));
    }

    @Override
    public Map<String, byte[]> unwrap(Map<String, WrappedKey> wrapped) {
        wrapped.values().forEach(this::requireHere);
        return asked(
                "decrypt",
                wrapped,
                key -> Map.of("ciphertext", new String(key.bytes(), StandardCharsets.US_ASCII)),
                (asked, result) -> dataKey(asked.getKey(), asked.getValue(), result));
    }

    private <T, R> Map<String, R> asked(
            String act,
            Map<String, T> questions,
            Function<T, Map<String, String>> item,
            BiFunction<Map.Entry<String, T>, JsonNode, R> answer) {
        Map<String, R> answers = new HashMap<>();
        List<Map.Entry<String, T>> all = List.copyOf(questions.entrySet());
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Map.Entry<String, T>> some = all.subList(from, Math.min(all.size(), from + BATCH));
            List<Map<String, String>> items = new ArrayList<>();
            for (Map.Entry<String, T> one : some) {
                Map<String, String> bound = new HashMap<>(item.apply(one.getValue()));
                bound.put("associated_data", associated(one.getKey()));
                items.add(bound);
            }
            Iterator<JsonNode> results = client.batch(act, items).iterator();
            some.forEach(one -> answers.put(one.getKey(), answer.apply(one, results.next())));
        }
        return answers;
    }

    private WrappedKey wrapped(JsonNode result) {
        String ciphertext = result.path("ciphertext").asText();
        Matcher parts = CIPHERTEXT.matcher(ciphertext);
        if (!parts.matches()) {
            throw new KeyManagementUnavailable("the key management system does not wrap with " + prefix + "*: "
                    + result.path("error").asText("its answer is none of Transit's"));
        }
        return new WrappedKey(prefix + parts.group(1), ciphertext.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] dataKey(String owner, WrappedKey wrapped, JsonNode result) {
        String error = result.path("error").asText();
        String plaintext = result.path("plaintext").asText();
        if (!error.isEmpty() || plaintext.isEmpty()) {
            throw VaultFault.doesNotUnwrap(owner, wrapped.keyId(), new IllegalArgumentException(error));
        }
        return Base64.getDecoder().decode(plaintext);
    }

    private void requireHere(WrappedKey wrapped) {
        if (!isPlaceOf(wrapped.keyId())) {
            throw new VaultFault("key-encryption key " + wrapped.keyId() + " is not of " + prefix
                    + "*, and data keys are wrapped by it: name the file that holds it in "
                    + VaultConfiguration.KEY_ENCRYPTION + ", and take it away only when `keys status` says so");
        }
    }

    private static String associated(String owner) {
        return Base64.getEncoder().encodeToString(KeyEncryption.bound(owner).getBytes(StandardCharsets.UTF_8));
    }
}

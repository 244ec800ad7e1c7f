package org.xudai.vault;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Key-encryption keys in two places, while a bank moves from one to the other: one wraps, and each wrapped key opens where the
 * id of its key says that it is.
 */
final class RoutedKeyEncryption implements KeyEncryption {

    private final KeyEncryption wrapping;
    private final List<KeyEncryption> places;

    RoutedKeyEncryption(KeyEncryption wrapping, KeyEncryption alsoOpening) {
        this.wrapping = wrapping;
        this.places = List.of(wrapping, alsoOpening);
    }

    @Override
    public String currentId() {
        return wrapping.currentId();
    }

    @Override
    public Set<String> ids() {
        Set<String> ids = new HashSet<>();
        places.forEach(place -> ids.addAll(place.ids()));
        return ids;
    }

    @Override
    public boolean isPlaceOf(String keyId) {
        return places.stream().anyMatch(place -> place.isPlaceOf(keyId));
    }

    @Override
    public Map<String, WrappedKey> wrap(Map<String, byte[]> dataKeys) {
        return wrapping.wrap(dataKeys);
    }

    @Override
    public Map<String, byte[]> unwrap(Map<String, WrappedKey> wrapped) {
        Map<KeyEncryption, Map<String, WrappedKey>> routed = new HashMap<>();
        wrapped.forEach((owner, key) ->
                routed.computeIfAbsent(place(key), place -> new HashMap<>()).put(owner, key));
        Map<String, byte[]> dataKeys = new HashMap<>();
        routed.forEach((place, keys) -> dataKeys.putAll(place.unwrap(keys)));
        return dataKeys;
    }

    /** A key of neither place goes to the one that wraps, which names it. */
    private KeyEncryption place(WrappedKey key) {
        return places.stream()
                .filter(place -> place.isPlaceOf(key.keyId()))
                .findFirst()
                .orElse(wrapping);
    }
}

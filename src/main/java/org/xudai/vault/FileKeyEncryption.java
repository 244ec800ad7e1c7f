package org.xudai.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Key-encryption keys from a file: AES-256-GCM (NIST SP 800-38D) by Tink, the owner as associated data. */
final class FileKeyEncryption implements KeyEncryption {

    private final String current;
    private final Map<String, Aead> keys = new HashMap<>();

    FileKeyEncryption(KeyFile file) {
        current = file.currentId();
        for (String id : file.ids()) {
            try {
                keys.put(id, new AesGcmJce(file.find(id).orElseThrow()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no AES-256-GCM", e);
            }
        }
    }

    @Override
    public String currentId() {
        return current;
    }

    @Override
    public Set<String> ids() {
        return Set.copyOf(keys.keySet());
    }

    @Override
    public boolean isPlaceOf(String keyId) {
        return KeyFile.isId(keyId);
    }

    @Override
    public Map<String, WrappedKey> wrap(Map<String, byte[]> dataKeys) {
        Map<String, WrappedKey> wrapped = new HashMap<>();
        try {
            for (Map.Entry<String, byte[]> one : dataKeys.entrySet()) {
                wrapped.put(
                        one.getKey(),
                        new WrappedKey(current, key(current).encrypt(one.getValue(), bound(one.getKey()))));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a data key cannot be wrapped", e);
        }
        return wrapped;
    }

    @Override
    public Map<String, byte[]> unwrap(Map<String, WrappedKey> wrapped) {
        Map<String, byte[]> dataKeys = new HashMap<>();
        wrapped.forEach((owner, key) -> dataKeys.put(owner, unwrapped(key, owner)));
        return dataKeys;
    }

    private byte[] unwrapped(WrappedKey wrapped, String owner) {
        try {
            return key(wrapped.keyId()).decrypt(wrapped.bytes(), bound(owner));
        } catch (GeneralSecurityException e) {
            throw VaultFault.doesNotUnwrap(owner, wrapped.keyId(), e);
        }
    }

    private Aead key(String id) {
        Aead key = keys.get(id);
        if (key == null) {
            throw new VaultFault(
                    "key-encryption key " + id + " is not in the file of keys, and data keys are wrapped by"
                            + " it: put its line back, and take it away only when `keys status` says so");
        }
        return key;
    }

    private static byte[] bound(String owner) {
        return KeyEncryption.bound(owner).getBytes(StandardCharsets.UTF_8);
    }
}

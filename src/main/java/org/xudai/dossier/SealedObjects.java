package org.xudai.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.Vault;

/**
 * The objects of the cases, sealed with the key of their case on the way to the store. The key of a sealed object ends with
 * {@value #MARK}; one without that was stored before there was a vault, and is read as it is.
 */
@Component
class SealedObjects {

    /** How the key of a sealed object ends. */
    static final String MARK = ".xv1";

    private final ObjectStore store;
    private final Vault vault;

    SealedObjects(ObjectStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** Stores bytes of a case under a new key below a prefix that ends with a slash; gives the key. */
    String write(String prefix, CaseNumber caseNumber, InputStream bytes) throws IOException {
        return write(prefix + caseNumber + "/", KeyOwner.of(caseNumber), bytes);
    }

    /** Stores bytes of an owner under a new key in a place that ends with a slash; gives the key. */
    String write(String place, KeyOwner owner, InputStream bytes) throws IOException {
        String key = place + UUID.randomUUID() + (vault.isSealing() ? MARK : "");
        if (vault.isSealing()) {
            store.write(key, vault.sealing(owner, key, bytes));
        } else {
            store.write(key, bytes);
        }
        return key;
    }

    /** The plain bytes from an offset on. */
    InputStream read(CaseNumber caseNumber, String key, long size, long offset) throws IOException {
        return read(KeyOwner.of(caseNumber), key, size, offset);
    }

    /** The plain bytes of what an owner's key sealed, from an offset on. */
    InputStream read(KeyOwner owner, String key, long size, long offset) throws IOException {
        return key.endsWith(MARK)
                ? vault.opening(owner, key, from -> store.read(key, from), size, offset)
                : store.read(key, offset);
    }

    void remove(String key) {
        store.remove(key);
    }

    /** The case whose key sealed an object: the part of its key after the prefix. */
    static CaseNumber caseOf(String key) {
        return new CaseNumber(key.split("/", -1)[1]);
    }
}

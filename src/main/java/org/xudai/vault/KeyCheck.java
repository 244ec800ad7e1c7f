package org.xudai.vault;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Refuses the start with keys that do not fit the database: one that rows still need is missing, or one has the id of
 * another that was used before. Each key's first use leaves a proof in the database, which only the same key can repeat.
 */
@Component
@DependsOnDatabaseInitialization
class KeyCheck implements InitializingBean {

    private static final String WRAPS = "KEY_ENCRYPTION";
    private static final String HASHES = "SEARCH_HASH";
    private static final String PROOF = "proof";

    private final DataKeyTable table;
    private final KeyEncryption encryption;
    private final SearchHashes hashes;
    private final ColumnSealer sealer;
    private final Clock clock;

    KeyCheck(DataKeyTable table, KeyEncryption encryption, SearchHashes hashes, ColumnSealer sealer, Clock clock) {
        this.sealer = sealer;
        this.table = table;
        this.encryption = encryption;
        this.hashes = hashes;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        Instant now = clock.instant();
        WrappedKey proof = encryption.wrap(PROOF.getBytes(StandardCharsets.US_ASCII), PROOF);
        table.know(WRAPS, new DataKeyTable.Known(proof.keyId(), proof.bytes()), now);
        hashes.ids().forEach(id -> table.know(HASHES, new DataKeyTable.Known(id, hashed(id)), now));
        if (unwraps(proof, PROOF + "-of-another")) {
            throw new IllegalStateException(
                    VaultConfiguration.TRANSIT + ": a key opens for another owner than the one it was"
                            + " wrapped for; use Vault 1.13 or later, or OpenBao, with a key of type aes256-gcm96");
        }
        Set<String> wrapping = encryption.ids();
        for (DataKeyTable.Known known : table.known(WRAPS)) {
            if (wrapping.contains(known.id()) && !unwraps(new WrappedKey(known.id(), known.proof()), PROOF)) {
                throw another(setting(known.id()), known.id());
            }
        }
        for (DataKeyTable.Known known : table.known(HASHES)) {
            if (hashes.ids().contains(known.id()) && !Arrays.equals(hashed(known.id()), known.proof())) {
                throw another(VaultConfiguration.SEARCH_HASH, known.id());
            }
        }
        requireAllWrapping(table.neededIds(), wrapping);
        requireAll(VaultConfiguration.SEARCH_HASH, neededHashes(), hashes.ids());
    }

    /** Only keys that were taken away are looked for in the rows, and each only until it is known to be needed no more. */
    private Set<String> neededHashes() {
        Set<String> needed = new TreeSet<>();
        for (DataKeyTable.Known known : table.known(HASHES)) {
            if (!hashes.ids().contains(known.id())) {
                if (sealer.rowsUnder(known.id()) > 0) {
                    needed.add(known.id());
                } else {
                    table.forget(HASHES, known.id());
                }
            }
        }
        return needed;
    }

    private boolean unwraps(WrappedKey proof, String owner) {
        try {
            encryption.unwrap(proof, owner);
            return true;
        } catch (VaultFault e) {
            return false;
        }
    }

    private byte[] hashed(String id) {
        return hashes.hash(id, PROOF, PROOF).getBytes(StandardCharsets.US_ASCII);
    }

    private static void requireAllWrapping(Set<String> needed, Set<String> there) {
        Set<String> ofFile = needed.stream().filter(KeyFile::isId).collect(Collectors.toSet());
        requireAll(VaultConfiguration.KEY_ENCRYPTION, ofFile, there);
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(ofFile);
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    VaultConfiguration.TRANSIT + ": key " + String.join(", ", missing)
                            + " cannot be asked to open, and rows still need it: name the key management system that holds it, or let"
                            + " it open again (min_decryption_version), and run `java -jar xudai.jar keys rotate` before it goes");
        }
    }

    private static String setting(String keyId) {
        return KeyFile.isId(keyId) ? VaultConfiguration.KEY_ENCRYPTION : VaultConfiguration.TRANSIT;
    }

    private static void requireAll(String setting, Set<String> needed, Set<String> there) {
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            throw new IllegalStateException(setting + ": key " + String.join(", ", missing)
                    + " was taken away too early, rows still need it: put its line back before the last line, run"
                    + " `java -jar xudai.jar keys rotate`, and take it away when `keys status` says so");
        }
    }

    private static IllegalStateException another(String setting, String id) {
        return new IllegalStateException(setting + ": key " + id + " is not the key " + id
                + " that this database knows: put the right one back; a new key gets an id of its own");
    }
}

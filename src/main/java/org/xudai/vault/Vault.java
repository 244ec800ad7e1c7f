package org.xudai.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals and opens what is stored about people: texts by AES-256-GCM with the data key of their case or borrower, bound to
 * the place where they stand. A sealed text begins with {@value #MARK}; any other text is one that was stored before there
 * was a vault, and opens as it is.
 */
@Component
public class Vault {

    /** How a sealed text begins; what follows is base64url (RFC 4648) of nonce, cipher text and tag. */
    public static final String MARK = "xv1:";

    private static final Base64.Encoder WRITTEN = Base64.getUrlEncoder().withoutPadding();

    private final DataKeys keys;
    private final SearchHashes hashes;
    private final boolean seals;

    Vault(DataKeys keys, SearchHashes hashes, VaultSettings settings) {
        this.keys = keys;
        this.hashes = hashes;
        this.seals = settings.seals();
    }

    /** What a row that is written now gets into its column {@code sealed_under}; see {@link SealedTable}. */
    public @Nullable String sealedUnder() {
        return seals ? hashes.currentId() : null;
    }

    /** Whether a stored text is sealed. */
    public static boolean isSealed(String stored) {
        return stored.startsWith(MARK);
    }

    /** Gets the keys of many owners ready in one read, before their values are opened one by one. */
    public void ready(Collection<KeyOwner> owners) {
        keys.of(owners, false);
    }

    /** As {@link #ready}, making the keys of those who have none, before their values are sealed. */
    public void prepare(Collection<KeyOwner> owners) {
        keys.of(owners, true);
    }

    /** Opens rows, with one read for the keys of all. */
    public <T> List<T> open(List<Unopened<T>> rows) {
        ready(rows.stream().map(Unopened::owner).collect(Collectors.toSet()));
        return rows.stream().map(row -> row.opening().apply(this)).toList();
    }

    /**
     * Seals a text; the owner's data key is made where there is none.
     *
     * @throws DataKeyDestroyed where the owner was forgotten
     */
    public String seal(Cell cell, String text) {
        if (!seals && !isSealed(text)) {
            return text;
        }
        try {
            byte[] sealed =
                    key(cell.owner(), true).columns().encrypt(text.getBytes(StandardCharsets.UTF_8), cell.associated());
            return MARK + WRITTEN.encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new VaultFault("a value cannot be sealed", e);
        }
    }

    /**
     * Opens a text.
     *
     * @throws VaultFault where it was changed, stands in another place than it was sealed for, or its key is missing
     * @throws DataKeyDestroyed where the owner was forgotten
     */
    public String open(Cell cell, String stored) {
        if (!isSealed(stored)) {
            return stored;
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(stored.substring(MARK.length()));
            return new String(
                    key(cell.owner(), false).columns().decrypt(sealed, cell.associated()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new VaultFault(
                    "a sealed value does not open at " + cell.table() + "." + cell.column() + " of row " + cell.row()
                            + ": it was changed, moved there from another place, or sealed with another key",
                    e);
        }
    }

    /** What a jsonb column gets: a sealed text as a JSON string, a plain one is JSON as it is. */
    public static String asJson(String stored) {
        return isSealed(stored) ? '"' + stored + '"' : stored;
    }

    /** Whether new values are sealed. */
    public boolean isSealing() {
        return seals;
    }

    /**
     * Seals an object while it is read (Tink's AES256_GCM_HKDF_1MB), in bounded memory.
     *
     * @param key where the object will lie; it opens under no other key
     */
    public InputStream sealing(KeyOwner owner, String key, InputStream plain) throws IOException {
        return new SealingStream(key(owner, true).objects(), key.getBytes(StandardCharsets.UTF_8), plain);
    }

    /**
     * Opens an object while it is read; a byte that was changed ends the reading with an error before it is given out.
     *
     * @param plainSize size of the plain bytes; asked for only where the offset is not 0
     * @param offset where to begin in the plain bytes
     */
    public InputStream opening(KeyOwner owner, String key, SealedObject object, long plainSize, long offset)
            throws IOException {
        DataKey dataKey = key(owner, false);
        byte[] associated = key.getBytes(StandardCharsets.UTF_8);
        try {
            if (offset == 0) {
                return dataKey.objects().newDecryptingStream(object.from(0), associated);
            }
            if (offset >= plainSize) {
                return InputStream.nullInputStream();
            }
            SeekableByteChannel channel = dataKey.objects()
                    .newSeekableDecryptingChannel(new ObjectChannel(object, dataKey.sealedSize(plainSize)), associated);
            channel.position(offset);
            return Channels.newInputStream(channel);
        } catch (GeneralSecurityException e) {
            throw new VaultFault("a sealed object does not open", e);
        }
    }

    /** Destroys the data key of an owner, and with it all that it sealed. There is no way back. */
    public void destroy(KeyOwner owner) {
        keys.destroy(owner);
    }

    /**
     * Lets owners who were forgotten begin again with a new key, where nothing of them is left that the old one sealed.
     *
     * @throws DataKeyDestroyed later on, where one was forgotten so lately that other nodes may still hold his key
     */
    public void beginAgain(Collection<KeyOwner> owners) {
        keys.beginAgain(owners);
    }

    private DataKey key(KeyOwner owner, boolean make) {
        DataKey key = keys.of(List.of(owner), make).get(owner);
        if (key == null) {
            keys.requireNotDestroyed(owner);
            throw new VaultFault("there is no data key of " + owner.name() + ", and something is sealed with it");
        }
        return key;
    }
}

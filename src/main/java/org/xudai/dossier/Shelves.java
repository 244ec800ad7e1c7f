package org.xudai.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.Vault;

/**
 * Bytes that belong to no case, or to none yet. They are stored as those of cases are, sealed with the key of their shelf;
 * whoever made the shelf says when all of it is erased.
 */
@Component
public class Shelves {

    /** Where they lie, apart from what belongs to cases. */
    static final String PREFIX = "shelves/";

    private static final Logger LOG = LoggerFactory.getLogger(Shelves.class);

    private final SealedObjects objects;
    private final ObjectStore store;
    private final Vault vault;
    private final JdbcClient jdbc;

    Shelves(SealedObjects objects, ObjectStore store, Vault vault, JdbcClient jdbc) {
        this.objects = objects;
        this.store = store;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    /**
     * Stores bytes as they come, in bounded memory and outside of any transaction; they stay only where they are
     * {@linkplain #keep kept} within a day.
     *
     * @param most most bytes
     * @throws FileTooLarge where there are more; nothing is kept
     * @throws IOException where the sender stops in the middle; nothing is kept
     * @throws ObjectStoreUnavailable where the store cannot be reached; nothing was received
     */
    public ShelvedObject store(UUID shelf, InputStream bytes, long most) throws IOException {
        try (MeasuredStream measured = new MeasuredStream(bytes, most)) {
            String key = objects.write(place(shelf), KeyOwner.ofShelf(shelf), measured);
            return new ShelvedObject(key, measured.size(), measured.hash());
        }
    }

    /** Puts stored bytes on the shelf, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID shelf, ShelvedObject object) {
        jdbc.sql("insert into shelf_object (object_key, shelf, size, sha256) values (?, ?, ?, ?)")
                .params(object.key(), shelf, object.size(), object.sha256().value())
                .update();
    }

    /** The bytes of an object, from its start. */
    public InputStream open(UUID shelf, String key) throws IOException {
        return objects.read(KeyOwner.ofShelf(shelf), key, 0, 0);
    }

    /** Takes objects off their shelf in the caller's transaction; their bytes go with {@link #drop}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(Collection<String> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql("delete from shelf_object where object_key in (:keys)")
                    .param("keys", keys)
                    .update();
        }
    }

    /** Removes the bytes of what stands on no shelf; where the store is away, the sweeper does it later. */
    public void drop(Collection<String> keys) {
        try {
            keys.forEach(store::remove);
        } catch (ObjectStoreUnavailable e) {
            LOG.warn("objects that stand on no shelf are left to the sweeper");
        }
    }

    /** Makes the bytes of a shelf unreadable for ever, in the caller's transaction; they go with {@link #clear}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID shelf) {
        jdbc.sql("delete from shelf_object where shelf = ?").param(shelf).update();
        vault.destroy(KeyOwner.ofShelf(shelf));
    }

    /** Removes the objects of a forgotten shelf, with every version; where the store is away, the sweeper does it later. */
    public void clear(UUID shelf) {
        try {
            store.removeAll(place(shelf));
        } catch (ObjectStoreUnavailable e) {
            LOG.warn("the objects of a forgotten shelf are left to the sweeper");
        }
    }

    private static String place(UUID shelf) {
        return PREFIX + shelf + "/";
    }
}

package org.xudai.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes objects that belong to no document and stand on no shelf: what a node that died, or a database that was away, left between the writing
 * of an object and its row. Young ones are left alone, their row may be about to come.
 */
@Component
class ObjectSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectSweeper.class);
    private static final int AT_ONCE = 500;

    private final ObjectStore store;
    private final DocumentTable documents;
    private final StoreSettings settings;
    private final OneNode oneNode;
    private final Clock clock;

    ObjectSweeper(ObjectStore store, DocumentTable documents, StoreSettings settings, OneNode oneNode, Clock clock) {
        this.store = store;
        this.documents = documents;
        this.settings = settings;
        this.oneNode = oneNode;
        this.clock = clock;
    }

    /** Sweeps, where no other node is at it. */
    @Scheduled(fixedDelayString = "${xudai.store.sweep-every:6h}", initialDelayString = "${xudai.store.sweep-every:6h}")
    void sweep() {
        try {
            oneNode.run("dossier.sweep", () -> {
                sweep(StoredDossier.ORIGINALS);
                sweep(StoredDossier.PREVIEWS);
                sweep(Shelves.PREFIX);
            });
        } catch (ObjectStoreUnavailable e) {
            LOG.warn("the object store is away; sweeping goes on next time");
        }
    }

    private void sweep(String prefix) {
        Instant before = clock.instant().minus(settings.sweepAfter());
        List<String> old = new ArrayList<>();
        store.list(prefix, object -> {
            if (object.writtenAt().isBefore(before)) {
                old.add(object.key());
            }
            if (old.size() == AT_ONCE) {
                removeUnknown(old);
                old.clear();
            }
        });
        removeUnknown(old);
    }

    private void removeUnknown(List<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        Set<String> known = documents.known(keys);
        List<String> rubbish = keys.stream().filter(key -> !known.contains(key)).toList();
        rubbish.forEach(store::remove);
        if (!rubbish.isEmpty()) {
            LOG.info("{} objects without a document were removed", rubbish.size());
        }
    }
}

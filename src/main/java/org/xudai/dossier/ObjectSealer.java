package org.xudai.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.xudai.kernel.OutsideSystemAway;
import org.xudai.vault.Vault;

/**
 * Seals objects that were stored before there was a vault: writes the sealed one, then moves the row to it. The plain one
 * then belongs to no document, and the sweeper removes it with all its versions; who is reading it meanwhile reads on.
 */
@Component
class ObjectSealer {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectSealer.class);
    private static final int AT_ONCE = 100;

    private final UnsealedObjects unsealed;
    private final SealedObjects objects;
    private final Vault vault;
    private final OneNode oneNode;

    ObjectSealer(UnsealedObjects unsealed, SealedObjects objects, Vault vault, OneNode oneNode) {
        this.unsealed = unsealed;
        this.objects = objects;
        this.vault = vault;
        this.oneNode = oneNode;
    }

    /** Seals, where no other node is at it. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT30S")
    void seal() {
        if (!vault.isSealing()) {
            return;
        }
        try {
            oneNode.run("dossier.seal", () -> {
                sealFiles();
                sealPreviews();
            });
        } catch (OutsideSystemAway e) {
            LOG.warn("sealing goes on next time: {}", e.getMessage());
        }
    }

    private void sealFiles() {
        String after = "";
        List<UnsealedObjects.File> files = unsealed.files(after, AT_ONCE);
        while (!files.isEmpty()) {
            files.forEach(this::seal);
            after = files.get(files.size() - 1).key();
            files = unsealed.files(after, AT_ONCE);
        }
    }

    private void sealPreviews() {
        String after = "";
        List<UnsealedObjects.Preview> previews = unsealed.previews(after, AT_ONCE);
        while (!previews.isEmpty()) {
            previews.forEach(this::seal);
            after = previews.get(previews.size() - 1).key();
            previews = unsealed.previews(after, AT_ONCE);
        }
    }

    private void seal(UnsealedObjects.File file) {
        try (InputStream plain = objects.read(file.caseNumber(), file.key(), 0, 0);
                MeasuredStream measured = new MeasuredStream(plain, Long.MAX_VALUE)) {
            String key = objects.write(StoredDossier.ORIGINALS, file.caseNumber(), measured);
            if (measured.hash().equals(file.hash())) {
                unsealed.moved(file, key);
            } else {
                objects.remove(key);
                LOG.error("{} is not what was received; it stays as it is", file.key());
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be read; it stays as it is", file.key());
        }
    }

    private void seal(UnsealedObjects.Preview preview) {
        try (InputStream plain = objects.read(preview.caseNumber(), preview.key(), 0, 0)) {
            unsealed.moved(preview, objects.write(StoredDossier.PREVIEWS, preview.caseNumber(), plain));
        } catch (IOException e) {
            LOG.warn("{} cannot be read; it stays as it is", preview.key());
        }
    }
}

package org.xudai.dossier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.SigningWay;

/** Bytes to the store first, then the row. */
@Component
class StoredDossier implements Dossier {

    private static final Logger LOG = LoggerFactory.getLogger(StoredDossier.class);
    /** Where bytes received and issued lie. */
    static final String ORIGINALS = "cases/";

    /** Where previews lie, apart from them. */
    static final String PREVIEWS = "previews/";

    private static final String UNKNOWN = "application/octet-stream";

    private final SealedObjects store;
    private final DocumentTable documents;
    private final StoreSettings settings;
    private final Clock clock;

    StoredDossier(SealedObjects store, DocumentTable documents, StoreSettings settings, Clock clock) {
        this.store = store;
        this.documents = documents;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<StoredFile> store(CaseNumber caseNumber, List<Bytes> files) throws IOException {
        List<StoredFile> stored = new ArrayList<>();
        boolean complete = false;
        try {
            for (Bytes file : files) {
                stored.add(store(
                        caseNumber,
                        stored.size() + 1,
                        file,
                        UNKNOWN,
                        settings.maxFileSize().toBytes()));
            }
            complete = true;
            return stored;
        } finally {
            if (!complete) {
                stored.forEach(this::discard);
            }
        }
    }

    /** Takes back what has no row yet; where the store is away, the sweeper does it later. */
    private void discard(StoredFile file) {
        try {
            store.remove(file.objectKey());
        } catch (ObjectStoreUnavailable e) {
            LOG.warn("an object without a document is left to the sweeper");
        }
    }

    private StoredFile store(CaseNumber caseNumber, int sequence, Bytes file, String contentType, long limit)
            throws IOException {
        try (InputStream source = file.source().open();
                MeasuredStream measured = new MeasuredStream(source, limit)) {
            String key = store.write(ORIGINALS, caseNumber, measured);
            return new StoredFile(sequence, file.name(), contentType, measured.size(), measured.hash(), key);
        }
    }

    @Override
    @Transactional
    public Document register(Submission submission, List<StoredFile> files) {
        Instant now = clock.instant();
        Instant receivedAt = submission.receivedAt();
        Document document = new Document(
                DocumentId.random(),
                submission.caseNumber(),
                submission.material(),
                submission.channel(),
                submission.by(),
                submission.from(),
                receivedAt == null ? now : receivedAt,
                now,
                DocumentState.RECEIVED,
                null,
                files);
        documents.insert(document);
        return document;
    }

    @Override
    public Document issue(
            CaseNumber caseNumber, MaterialCode material, String name, String contentType, byte[] bytes, Actor by) {
        return issue(caseNumber, material, new Bytes(name, () -> new ByteArrayInputStream(bytes)), contentType, by);
    }

    @Override
    public Document issue(CaseNumber caseNumber, MaterialCode material, Bytes bytes, String contentType, Actor by) {
        try {
            StoredFile file = store(caseNumber, 1, bytes, contentType, Long.MAX_VALUE);
            Instant now = clock.instant();
            Document document = new Document(
                    DocumentId.random(),
                    caseNumber,
                    material,
                    Channel.ISSUED,
                    by,
                    null,
                    now,
                    now,
                    DocumentState.ACCEPTED,
                    null,
                    List.of(file));
            documents.insert(document);
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Document> find(DocumentId id) {
        return documents.find(id);
    }

    @Override
    public List<Document> ofCase(CaseNumber caseNumber) {
        return documents.ofCase(caseNumber);
    }

    @Override
    public InputStream open(StoredFile file, long offset) throws IOException {
        return store.read(SealedObjects.caseOf(file.objectKey()), file.objectKey(), file.size(), offset);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdCase(CaseNumber caseNumber) {
        documents.lockDocumentsOf(caseNumber);
    }

    @Override
    @Transactional
    public boolean settleInspected(
            DocumentId id,
            DocumentState state,
            @Nullable MaterialCode material,
            @Nullable SigningWay way,
            List<String> contentTypes) {
        documents.lockDocumentsOf(id);
        if (!documents.isWaiting(id)) {
            return false;
        }
        boolean counts = state == DocumentState.ACCEPTED || state == DocumentState.UNDECIDED;
        boolean late = counts && material != null && documents.hasNewerCounting(id, material);
        settle(id, late ? DocumentState.SUPERSEDED : state, material, way, contentTypes);
        return true;
    }

    @Override
    @Transactional
    public void settle(
            DocumentId id,
            DocumentState state,
            @Nullable MaterialCode material,
            @Nullable SigningWay way,
            List<String> contentTypes,
            Actor by) {
        settle(id, state, material, way, contentTypes);
    }

    private void settle(
            DocumentId id,
            DocumentState state,
            @Nullable MaterialCode material,
            @Nullable SigningWay way,
            List<String> contentTypes) {
        documents.settle(id, state, material, way);
        for (int i = 0; i < contentTypes.size(); i++) {
            documents.setContentType(id, i + 1, contentTypes.get(i));
        }
        if (material != null && (state == DocumentState.ACCEPTED || state == DocumentState.UNDECIDED)) {
            documents.supersedeOlder(id, material);
        }
    }

    @Override
    public void markInspecting(DocumentId id) {
        documents.markInspecting(id);
    }

    @Override
    public void storePreview(DocumentId id, int page, byte[] png) {
        keepPicture(id, page, png);
    }

    private void keepPicture(DocumentId id, int page, byte[] png) {
        if (documents.previewKey(id, page).isPresent()) {
            return;
        }
        try {
            String key = store.write(PREVIEWS, documents.caseOf(id), new ByteArrayInputStream(png));
            documents.insertPreview(id, page, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void storeStraightened(DocumentId id, int page, byte[] png) {
        keepPicture(id, -page, png);
    }

    @Override
    public Optional<InputStream> straightened(DocumentId id, int page) throws IOException {
        return page < 1 ? Optional.empty() : picture(id, -page);
    }

    @Override
    public Map<DocumentId, Set<Integer>> straightenedPages(CaseNumber caseNumber) {
        return documents.straightenedPages(caseNumber);
    }

    @Override
    public int previewPages(DocumentId id) {
        return documents.previewPages(id);
    }

    @Override
    public Optional<InputStream> preview(DocumentId id, int page) throws IOException {
        return page < 1 ? Optional.empty() : picture(id, page);
    }

    private Optional<InputStream> picture(DocumentId id, int page) throws IOException {
        Optional<String> key = documents.previewKey(id, page);
        return key.isEmpty() ? Optional.empty() : Optional.of(store.read(documents.caseOf(id), key.get(), 0, 0));
    }
}

package org.xudai.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.SigningWay;

/** The documents of the cases. Objects are written first and never overwritten, then the row. */
public interface Dossier {

    /**
     * Stores files as they come, hashing on the way, in bounded memory and outside of any transaction.
     *
     * @throws FileTooLarge where a file is over {@code xudai.store.max-file-size}; nothing is kept
     * @throws IOException where the sender stops in the middle; nothing is kept
     * @throws ObjectStoreUnavailable where the store cannot be reached; nothing was received
     */
    List<StoredFile> store(CaseNumber caseNumber, List<Bytes> files) throws IOException;

    /** Makes the row of stored files, state {@code RECEIVED}, in the caller's transaction. */
    Document register(Submission submission, List<StoredFile> files);

    /** Stores and registers bytes the bank issues (a form, the evidence box). */
    Document issue(
            CaseNumber caseNumber, MaterialCode material, String name, String contentType, byte[] bytes, Actor by);

    /** As above, for bytes too many to hold in memory; of any size. */
    Document issue(CaseNumber caseNumber, MaterialCode material, Bytes bytes, String contentType, Actor by);

    Optional<Document> find(DocumentId id);

    /** Documents of a case, oldest first, issued ones included. */
    List<Document> ofCase(CaseNumber caseNumber);

    /** The bytes of a file, from an offset to the end. */
    InputStream open(StoredFile file, long offset) throws IOException;

    /** Holds the documents of a case until the caller's transaction ends, so that two verdicts see each other. */
    void holdCase(CaseNumber caseNumber);

    /**
     * Sets what inspection found, once: of two accepted or undecided documents of a material the older one is superseded,
     * in whichever order they are inspected.
     *
     * @param contentTypes of its files, by content
     * @return false where the document had its verdict already; then nothing changes
     */
    boolean settleInspected(
            DocumentId id,
            DocumentState state,
            @Nullable MaterialCode material,
            @Nullable SigningWay way,
            List<String> contentTypes);

    /** Sets what a reviewer found; an older accepted or undecided document of the material is superseded. */
    void settle(
            DocumentId id,
            DocumentState state,
            @Nullable MaterialCode material,
            @Nullable SigningWay way,
            List<String> contentTypes,
            Actor by);

    /** Marks a received document as being inspected. */
    void markInspecting(DocumentId id);

    /** Stores a preview of a page as PNG, apart from the originals; the same page again replaces nothing. */
    void storePreview(DocumentId id, int page, byte[] png);

    /**
     * Stores a page of a form as it was received but straight, over the issued page, as PNG; otherwise as
     * {@link #storePreview}.
     */
    void storeStraightened(DocumentId id, int page, byte[] png);

    /** The straightened picture of a page, from 1, where it could be made. */
    Optional<InputStream> straightened(DocumentId id, int page) throws IOException;

    /** Which pages of which documents of a case have a straightened picture, from 1. */
    Map<DocumentId, Set<Integer>> straightenedPages(CaseNumber caseNumber);

    /** How many previews there are. */
    int previewPages(DocumentId id);

    /** The preview of a page, from 1. */
    Optional<InputStream> preview(DocumentId id, int page) throws IOException;
}

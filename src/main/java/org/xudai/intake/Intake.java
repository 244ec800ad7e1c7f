package org.xudai.intake;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Document;
import org.xudai.dossier.Submission;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;

/** The door for uploads and what inspection found. */
public interface Intake {

    /**
     * Receives files as one document: stores the bytes outside of any transaction, then registers the document and
     * publishes {@link DocumentReceived} in one transaction.
     */
    default Document receive(Submission submission, List<Bytes> files) throws IOException {
        return receive(submission, files, document -> {});
    }

    /**
     * As above, with something to note in the transaction that registers the document: where it throws, nothing was
     * received.
     */
    Document receive(Submission submission, List<Bytes> files, Consumer<Document> alongside) throws IOException;

    /**
     * Inspects a received document, keeps its findings and previews, settles its state and publishes
     * {@link DocumentInspected}. A second call on a settled document changes nothing.
     */
    void inspect(DocumentId document);

    /** Findings of a document. */
    List<Finding> findingsOf(DocumentId document);

    /** Pages of issued forms among the documents of a case, as they came. */
    List<ReceivedPage> pagesOf(CaseNumber number);

    /** Lets no page of a form stay: the whole form has to come again. In the caller's transaction. */
    void reopen(CaseNumber number, MaterialCode form);
}

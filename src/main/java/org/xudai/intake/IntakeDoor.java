package org.xudai.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.StoredFile;
import org.xudai.dossier.Submission;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.signing.SignatureReport;
import org.xudai.signing.SignatureReports;

/** Receives and inspects uploads. */
@Service
class IntakeDoor implements Intake {

    private final Dossier dossier;
    private final FileInspector inspector;
    private final IssuedSheets sheets;
    private final Inspection inspection;
    private final FindingTable findings;
    private final ReceivedPages pages;
    private final SignatureReports reports;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    /** What others should see at once, whatever becomes of the caller's transaction. */
    private final TransactionTemplate announced;

    IntakeDoor(
            Dossier dossier,
            FileInspector inspector,
            IssuedSheets sheets,
            Inspection inspection,
            FindingTable findings,
            ReceivedPages pages,
            SignatureReports reports,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.dossier = dossier;
        this.inspector = inspector;
        this.sheets = sheets;
        this.inspection = inspection;
        this.findings = findings;
        this.pages = pages;
        this.reports = reports;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.announced = new TransactionTemplate(transactions);
        this.announced.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Document receive(Submission submission, List<Bytes> files, Consumer<Document> alongside) throws IOException {
        List<StoredFile> stored = dossier.store(submission.caseNumber(), files);
        Document received = transaction.execute(status -> {
            Document document = dossier.register(submission, stored);
            alongside.accept(document);
            events.publishEvent(new DocumentReceived(document));
            return document;
        });
        if (received == null) {
            throw new IllegalStateException("a document was not registered");
        }
        return received;
    }

    @Override
    public void inspect(DocumentId id) {
        Document document = dossier.find(id).orElseThrow();
        if (!document.state().isWaiting()) {
            return;
        }
        announced.executeWithoutResult(status -> dossier.markInspecting(id));
        List<InspectedFile> files = inspectFiles(document);
        transaction.executeWithoutResult(status -> {
            dossier.holdCase(document.caseNumber());
            Verdict verdict = inspection.judge(document, files);
            boolean first = dossier.settleInspected(
                    id,
                    verdict.state(),
                    verdict.material(),
                    verdict.way(),
                    files.stream().map(file -> file.kind().contentType()).toList());
            if (first) {
                findings.write(id, verdict.findings());
                files.forEach(file -> keep(document, file));
                pages.write(document.caseNumber(), verdict.receivedPages(document));
                events.publishEvent(new DocumentInspected(dossier.find(id).orElseThrow(), verdict.findings()));
            }
        });
    }

    private void keep(Document document, InspectedFile file) {
        SignatureReport report = file.report();
        if (report != null) {
            reports.keep(document, file.sequence(), report);
        }
    }

    @Override
    public List<Finding> findingsOf(DocumentId document) {
        return findings.of(document);
    }

    @Override
    public List<ReceivedPage> pagesOf(CaseNumber number) {
        return pages.ofCase(number);
    }

    @Override
    public void reopen(CaseNumber number, MaterialCode form) {
        pages.reopen(number, form);
    }

    private List<InspectedFile> inspectFiles(Document document) {
        List<InspectedFile> inspected = new ArrayList<>();
        PreviewPages previews = new PreviewPages(document.id());
        IssuedSource issued = sheets.of(document.caseNumber());
        FileInspector.Expected expected = inspection.expected(document);
        for (StoredFile file : document.files()) {
            try {
                inspected.add(inspector.inspect(
                        file.sequence(), () -> dossier.open(file, 0), expected, issued, previews.nextFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return inspected;
    }

    /** Numbers the pages of all files of a document and stores their previews. */
    private final class PreviewPages {

        private final DocumentId document;
        private int last;

        PreviewPages(DocumentId document) {
            this.document = document;
        }

        FileInspector.Previews nextFile() {
            int before = last;
            return new FileInspector.Previews() {

                @Override
                public void page(int page, byte[] png) {
                    last = Math.max(last, before + page);
                    dossier.storePreview(document, before + page, png);
                }

                @Override
                public void straight(int page, byte[] png) {
                    dossier.storeStraightened(document, before + page, png);
                }
            };
        }
    }
}

package org.xudai.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.audit.Actor;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.StoredFile;
import org.xudai.dossier.Submission;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.SigningWay;
import org.xudai.pdf.Ink;
import org.xudai.pdf.InkField;
import org.xudai.pdf.IssuedPages;

/** Signatures on the screen: made, kept with their documents, and declined. Who may sign when is for the caller to know. */
@Service
public class ScreenSigning {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenSigning.class);
    private static final String PDF = "application/pdf";
    private static final int LONG_SIDE = 1600;

    private final PdfSealer sealer;
    private final TrustFiles trust;
    private final SignatureTable table;
    private final Dossier dossier;
    private final IssuedPages pages;
    private final ApplicationEventPublisher events;

    ScreenSigning(
            PdfSealer sealer,
            TrustFiles trust,
            SignatureTable table,
            Dossier dossier,
            IssuedPages pages,
            ApplicationEventPublisher events) {
        this.sealer = sealer;
        this.trust = trust;
        this.table = table;
        this.dossier = dossier;
        this.pages = pages;
        this.events = events;
    }

    /** Whether anything can be signed on the screen: only where the bank's seal gets a time stamp. */
    public boolean isOffered() {
        return sealer.hasAuthority();
    }

    /** All signatures of a case, in order. */
    public List<ScreenSignature> signaturesOf(CaseNumber number) {
        return table.ofCase(number);
    }

    /** Who declined to sign what of a case. */
    public List<Declined> declinedOf(CaseNumber number) {
        return table.declinedOf(number);
    }

    /**
     * Puts a mark onto a document, seals it and stores the bytes, outside of any transaction.
     *
     * @param shown the document the signer saw: the issued form, or the one with the signatures before his
     * @param signer his name, for the signature's own label
     * @throws TimestampUnavailable where no time stamp can be had; nothing is kept
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public SealedPaper seal(Document shown, InkField.Place place, Ink ink, String signer, Instant at) {
        StoredFile before = shown.files().get(0);
        try (InputStream in = dossier.open(before, 0)) {
            byte[] sealed = sealer.seal(in.readAllBytes(), place, ink, signer, at);
            StoredFile file = dossier.store(
                            shown.caseNumber(),
                            List.of(new Bytes(name(before.name()), () -> new ByteArrayInputStream(sealed))))
                    .get(0);
            return new SealedPaper(file, sealed, before.sha256(), PdfSealer.LEVEL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds to the forms of a case that were signed on the screen what proves their seals later, each in a copy of its own. What
     * cannot be had now is left as it is: the time stamps in it hold for as long as their certificates.
     */
    public void raise(CaseNumber number, Instant at) {
        dossier.ofCase(number).stream()
                .filter(document -> document.way() == SigningWay.DRAWN_WITH_CODE
                        && document.state() == DocumentState.ACCEPTED
                        && document.channel() != Channel.ISSUED)
                .forEach(document -> raise(document, at));
    }

    private void raise(Document signed, Instant at) {
        MaterialCode material = signed.material();
        if (material == null) {
            return;
        }
        StoredFile file = signed.files().get(0);
        try (InputStream in = dossier.open(file, 0)) {
            byte[] raised = sealer.raise(in.readAllBytes(), at, trust.read().revocationLists());
            if (raised.length > file.size()) {
                Document copy = dossier.issue(
                        signed.caseNumber(),
                        material,
                        file.name().replaceFirst("\\.pdf$", "-lt.pdf"),
                        PDF,
                        raised,
                        Actor.system("signing"));
                events.publishEvent(new SealRaised(signed, copy));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TimestampUnavailable e) {
            LOG.warn("what proves the seals of a form of case {} later cannot be had", signed.caseNumber());
        }
    }

    private static String name(String before) {
        return before.replaceFirst("(-signed)?\\.pdf$", "-signed.pdf");
    }

    /**
     * Makes the document of a signature, in the caller's transaction: accepted where everybody has signed, else one that
     * does not count, since the next signature takes its place.
     */
    public Document register(
            CaseNumber number, MaterialCode material, PartyId by, SealedPaper paper, boolean complete) {
        Actor signer = Actor.party(by);
        Document document = dossier.register(
                new Submission(number, material, Channel.PORTAL, signer, null, null), List.of(paper.file()));
        dossier.settle(
                document.id(),
                complete ? DocumentState.ACCEPTED : DocumentState.SUPERSEDED,
                material,
                SigningWay.DRAWN_WITH_CODE,
                List.of(PDF),
                signer);
        return dossier.find(document.id()).orElseThrow();
    }

    /** Keeps a signature and its record, in the same transaction. */
    public void keep(FormSigned signed) {
        ScreenSignature signature = signed.signature();
        table.insert(signature);
        table.removeDeclined(signature.caseNumber(), signature.material(), signature.version(), signature.party());
        events.publishEvent(signed);
    }

    /** Keeps that somebody declined, with its record, in the caller's transaction; his former reason goes. */
    public void keep(Declined declined) {
        table.removeDeclined(declined.caseNumber(), declined.material(), declined.version(), declined.party());
        table.insert(declined);
        events.publishEvent(new SigningDeclined(declined));
    }

    /** Draws the pages of a signed document, once it is there. */
    public void preview(DocumentId document, SealedPaper paper, int count) {
        try {
            for (int page = 1; page <= count; page++) {
                dossier.storePreview(document, page, pages.png(paper.bytes(), page, LONG_SIDE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

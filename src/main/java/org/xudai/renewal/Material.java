package org.xudai.renewal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.forms.IssuedForm;
import org.xudai.intake.Finding;
import org.xudai.intake.ReceivedPage;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.SigningWay;

/**
 * A line of the checklist (材料) as of now.
 *
 * @param code which material
 * @param state state
 * @param required whether the case cannot be submitted without it
 * @param signers who signs, in order
 * @param ways accepted ways of signing now
 * @param original the paper original
 * @param form current issued version, where it has a form
 * @param documents received documents, newest first
 * @param correction the open correction request
 * @param signing how far its form is signed on the screen; null where it has no form or no signers
 */
public record Material(
        MaterialCode code,
        MaterialState state,
        boolean required,
        List<PartyId> signers,
        Set<SigningWay> ways,
        OriginalState original,
        @Nullable IssuedForm form,
        List<Received> documents,
        @Nullable CorrectionRequest correction,
        @Nullable SigningStatus signing) {

    /** Its documents without those that hold only some of the signatures made on the screen. */
    public List<Received> whole() {
        return documents.stream()
                .filter(received -> !isUnderWay(received.document()))
                .toList();
    }

    /** Whether it may be signed on the screen now, as far as the form is concerned. */
    public boolean isSignedOnScreen() {
        return signing != null && signing.offered();
    }

    /** A document that was made by a signature on the screen after which others were to follow. */
    private static boolean isUnderWay(Document document) {
        return document.way() == SigningWay.DRAWN_WITH_CODE && document.state() == DocumentState.SUPERSEDED;
    }

    /**
     * The pages of earlier documents that complete the one that counts, by their number on the form: nothing where it is
     * complete by itself, or nothing counts.
     */
    public List<Kept> kept() {
        return documents.stream()
                .filter(received -> received.document().state() == DocumentState.ACCEPTED
                        || received.document().state() == DocumentState.UNDECIDED)
                .findFirst()
                .map(this::keptBeside)
                .orElse(List.of());
    }

    private List<Kept> keptBeside(Received counting) {
        int count = form == null ? 0 : form.pages();
        Set<Integer> own =
                counting.pagesOfForm().stream().map(ReceivedPage::page).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, own.isEmpty() ? 0 : count)
                .filter(page -> !own.contains(page))
                .mapToObj(this::kept)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Kept> kept(int page) {
        return documents.stream()
                .flatMap(received -> received.pagesOfForm().stream()
                        .filter(candidate -> candidate.good() && candidate.page() == page)
                        .map(candidate -> new Kept(received, candidate)))
                .findFirst();
    }

    /**
     * A page that stays.
     *
     * @param received the document it is in
     * @param page which page
     */
    public record Kept(Received received, ReceivedPage page) {}

    /**
     * A received document with its findings.
     *
     * @param document the document
     * @param findings what inspection found
     * @param pages how many pages have a preview
     * @param pagesOfForm pages of the current version of the form among them
     */
    public record Received(Document document, List<Finding> findings, int pages, List<ReceivedPage> pagesOfForm) {

        public DocumentId id() {
            return document.id();
        }
    }
}

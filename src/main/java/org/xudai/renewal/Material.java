package org.xudai.renewal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xudai.dossier.Document;
import org.xudai.forms.IssuedForm;
import org.xudai.intake.Finding;
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
        @Nullable CorrectionRequest correction) {

    /**
     * A received document with its findings.
     *
     * @param document the document
     * @param findings what inspection found
     * @param pages how many pages have a preview
     */
    public record Received(Document document, List<Finding> findings, int pages) {

        public DocumentId id() {
            return document.id();
        }
    }
}

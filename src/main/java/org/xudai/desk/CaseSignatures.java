package org.xudai.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xudai.audit.AuditEntry;
import org.xudai.audit.AuditTrail;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.StoredFile;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.SigningWay;
import org.xudai.renewal.CaseParty;
import org.xudai.renewal.Material;
import org.xudai.renewal.Renewals;
import org.xudai.renewal.SigningStatus;
import org.xudai.signing.ScreenSignature;
import org.xudai.signing.ScreenSigning;
import org.xudai.signing.SignatureReport;
import org.xudai.signing.SignatureReports;

/** Who signed what of a case, how and when, whose turn it is, and what is known of each signature. */
@Component
class CaseSignatures {

    private final Renewals renewals;
    private final ScreenSigning signing;
    private final SignatureReports reports;
    private final AuditTrail trail;
    private final MessageSource texts;

    CaseSignatures(
            Renewals renewals, ScreenSigning signing, SignatureReports reports, AuditTrail trail, MessageSource texts) {
        this.renewals = renewals;
        this.signing = signing;
        this.reports = reports;
        this.trail = trail;
        this.texts = texts;
    }

    /**
     * A form that somebody has to sign.
     *
     * @param material its line of the checklist
     * @param status how far it is signed on the screen; null where it cannot be
     * @param signed the document that holds the signatures so far, newest first
     */
    record Paper(Material material, @Nullable SigningStatus status, List<Document> signed) {

        /** Whether everybody has signed it, in whatever way. */
        public boolean isWhole() {
            return signed.stream().anyMatch(document -> document.state() == DocumentState.ACCEPTED);
        }

        /** Whether the list of signers says something: where a form came back signed in another way it does not. */
        public boolean isOnScreen() {
            return status != null && (status.isBegun() || status.declined().isPresent() || signed.isEmpty());
        }
    }

    /** The forms of a checklist that are signed, are being signed, or were declined. */
    List<Paper> papers(List<Material> materials) {
        return materials.stream()
                .filter(material ->
                        material.form() != null && !material.signers().isEmpty())
                .map(CaseSignatures::paper)
                .filter(paper -> paper.status() != null || !paper.signed().isEmpty())
                .toList();
    }

    private static Paper paper(Material material) {
        SigningStatus status = material.signing();
        SigningStatus shown = status != null
                        && (status.offered()
                                || status.isBegun()
                                || status.declined().isPresent())
                ? status
                : null;
        List<Document> signed = material.documents().stream()
                .map(Material.Received::document)
                .filter(document -> document.way() != null)
                .filter(document -> document.state() == DocumentState.ACCEPTED
                        || document.state() == DocumentState.UNDECIDED
                        || isLatest(document, status))
                .toList();
        return new Paper(material, shown, signed);
    }

    private static boolean isLatest(Document document, @Nullable SigningStatus status) {
        return status != null
                && document.way() == SigningWay.DRAWN_WITH_CODE
                && status.latest().filter(document.id()::equals).isPresent();
    }

    /**
     * A signature made on the screen, with its record.
     *
     * @param signature the signature
     * @param name whose it is
     * @param consent the text he consented to, in the language in which he read it
     * @param kept what the record says beside; empty what was erased
     */
    record Made(ScreenSignature signature, String name, String consent, Map<String, String> kept) {}

    /** The signatures on a document that were made on the screen, in order. */
    List<Made> made(Document document) {
        CaseNumber number = document.caseNumber();
        List<ScreenSignature> all = signing.signaturesOf(number);
        Optional<ScreenSignature> last = all.stream()
                .filter(signature -> signature.document().equals(document.id()))
                .findFirst();
        if (last.isEmpty()) {
            return List.of();
        }
        List<AuditEntry> entries = trail.entriesOf(number).stream()
                .filter(entry -> entry.act().equals("signing.signed"))
                .toList();
        return all.stream()
                .filter(signature -> signature.material().equals(last.get().material())
                        && signature.version() == last.get().version()
                        && signature.position() <= last.get().position())
                .map(signature -> made(signature, entries))
                .toList();
    }

    private Made made(ScreenSignature signature, List<AuditEntry> entries) {
        Map<String, String> kept = entries.stream()
                .filter(entry ->
                        signature.document().toString().equals(entry.facts().get("document")))
                .findFirst()
                .map(entry -> Map.of(
                        "address", entry.personal().getOrDefault("address", ""),
                        "agent", entry.personal().getOrDefault("agent", ""),
                        "device", entry.facts().getOrDefault("device", ""),
                        "seal", entry.facts().getOrDefault("seal", ""),
                        "consent", entry.facts().getOrDefault("consent", "")))
                .orElse(Map.of());
        String language = kept.getOrDefault("consent", "").replaceFirst("^[^/]*/?", "");
        String consent =
                texts.getMessage("signing.consent." + signature.consent(), null, "", Locale.forLanguageTag(language));
        return new Made(
                signature, name(signature.caseNumber(), signature.party()), consent == null ? "" : consent, kept);
    }

    private String name(CaseNumber number, PartyId id) {
        return renewals.parties(number).stream()
                .map(CaseParty::party)
                .filter(party -> party.id().equals(id))
                .map(party -> party.name())
                .findFirst()
                .orElse("");
    }

    /** A file that came with certificate signatures, and what their validation found. */
    record Validated(StoredFile file, SignatureReport report) {}

    /** The reports on the files of a document. */
    List<Validated> validated(Document document) {
        return document.files().stream()
                .flatMap(file -> reports.of(document, file.sequence()).stream()
                        .filter(report -> report.verdict() != SignatureReport.Verdict.NOT_SIGNED)
                        .map(report -> new Validated(file, report)))
                .toList();
    }
}

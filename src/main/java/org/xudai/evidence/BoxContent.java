package org.xudai.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.audit.AuditSeals;
import org.xudai.audit.AuditTrail;
import org.xudai.audit.InclusionProof;
import org.xudai.audit.OfflineSeals;
import org.xudai.audit.SealSignature;
import org.xudai.audit.Sealing;
import org.xudai.bankseal.SealCertificate;
import org.xudai.bankseal.SealCertificates;
import org.xudai.dossier.Document;
import org.xudai.intake.Intake;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.DecisionRecord;
import org.xudai.renewal.RecordedDecision;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.review.Opinion;
import org.xudai.review.Worklist;

/** The texts of an evidence box: the case, its documents with their findings, its decisions and its chain, as JSON. */
@Component
class BoxContent {

    private final Renewals renewals;
    private final DecisionRecord decisions;
    private final Intake intake;
    private final AuditTrail trail;
    private final Sealing sealing;
    private final AuditSeals seals;
    private final SealCertificates certificates;
    private final Worklist worklist;
    private final ObjectMapper json;

    BoxContent(
            Renewals renewals,
            DecisionRecord decisions,
            Intake intake,
            AuditTrail trail,
            Sealing sealing,
            AuditSeals seals,
            SealCertificates certificates,
            Worklist worklist,
            ObjectMapper objectMapper) {
        this.renewals = renewals;
        this.decisions = decisions;
        this.intake = intake;
        this.trail = trail;
        this.sealing = sealing;
        this.seals = seals;
        this.certificates = certificates;
        this.worklist = worklist;
        this.json = objectMapper.copy().enable(SerializationFeature.INDENT_OUTPUT);
    }

    String renewal(CaseNumber number, long recordedActs, long sealedActs) {
        RenewalCase renewal = renewals.find(number).orElseThrow();
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("caseNumber", number.value());
        shown.put("loans", renewal.loans().stream().map(loan -> loan.value()).toList());
        shown.put("borrower", renewal.firm());
        shown.put("branch", renewal.branch().value());
        shown.put("state", renewal.state());
        shown.put("openedAt", text(renewal.openedAt()));
        shown.put("openedBy", renewal.lead().value());
        shown.put("submittedAt", text(renewal.submittedAt()));
        shown.put("endedAt", text(renewal.endedAt()));
        shown.put("maturityDate", renewal.maturesOn().toString());
        shown.put(
                "whitelistEnd",
                renewal.whitelistEnd() == null ? null : renewal.whitelistEnd().toString());
        shown.put(
                "terms",
                renewal.approved() == null
                        ? null
                        : Map.of(
                                "amount", renewal.approved().amount().toString(),
                                "termMonths", renewal.approved().termMonths(),
                                "conditions", renewal.approved().conditions()));
        shown.put("recordedActs", recordedActs);
        shown.put("sealedActs", sealedActs);
        return write(shown);
    }

    String decisions(CaseNumber number) {
        return write(decisions.ofCase(number).stream().map(this::decision).toList());
    }

    String documents(List<Document> documents, Map<String, String> paths) {
        return write(documents.stream()
                .map(document -> {
                    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
                    shown.put("id", document.id().toString());
                    shown.put(
                            "material",
                            document.material() == null
                                    ? null
                                    : document.material().value());
                    shown.put("channel", document.channel());
                    shown.put(
                            "handedInBy",
                            document.by().kind() + ":" + document.by().id());
                    shown.put("from", document.from());
                    shown.put("receivedAt", text(document.receivedAt()));
                    shown.put("storedAt", text(document.storedAt()));
                    shown.put("state", document.state());
                    shown.put("way", document.way());
                    shown.put(
                            "files",
                            document.files().stream()
                                    .map(file -> Map.of(
                                            "path", paths.getOrDefault(file.objectKey(), ""),
                                            "sha256", file.sha256().value(),
                                            "size", file.size(),
                                            "contentType", file.contentType()))
                                    .toList());
                    shown.put(
                            "findings",
                            intake.findingsOf(document.id()).stream()
                                    .map(finding -> finding.code() + " " + finding.level())
                                    .toList());
                    return shown;
                })
                .toList());
    }

    /** One entry a line: its canonical form, a tab, its hash. */
    String chain(CaseNumber number) {
        StringBuilder lines = new StringBuilder();
        trail.linesOf(number).forEach(line -> lines.append(line.canonical())
                .append('\t')
                .append(line.hash().value())
                .append('\n'));
        return lines.toString();
    }

    /** The seals that the entries stand under, who signed them, and where: what is committed is sealed first. */
    Sealed sealed(CaseNumber number) {
        sealing.sealNow();
        List<InclusionProof> proofs = seals.proofsOf(number);
        List<Long> numbers =
                proofs.stream().map(InclusionProof::seal).distinct().toList();
        List<SealSignature> signatures = seals.signaturesOf(numbers);
        return new Sealed(
                lines(OfflineSeals.lines(seals.find(numbers))),
                lines(OfflineSeals.proofLines(proofs)),
                lines(OfflineSeals.signatureLines(signatures)),
                signatures.stream()
                        .map(signature -> signature.signature().keyId())
                        .distinct()
                        .flatMap(id -> certificates.find(id).stream())
                        .toList(),
                proofs.size());
    }

    /** The texts of seals, proofs and signatures, what checks the signatures, and how many entries are proven. */
    record Sealed(String seals, String proofs, String signatures, List<SealCertificate> certificates, long entries) {}

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private Map<String, @Nullable Object> decision(RecordedDecision decision) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("task", decision.kind());
        shown.put("taskId", decision.taskId());
        shown.put("level", decision.level());
        shown.put("round", decision.round());
        shown.put("by", decision.by().value());
        shown.put("at", text(decision.at()));
        shown.put("outcome", decision.outcome());
        shown.put("comment", decision.comment());
        shown.put(
                "corrections",
                decision.corrections().stream()
                        .map(correction -> Map.of(
                                "material", correction.material().value(),
                                "reason", correction.reason(),
                                "text", correction.text()))
                        .toList());
        if (decision.terms() != null) {
            shown.put("amount", decision.terms().amount().toString());
            shown.put("termMonths", decision.terms().termMonths());
            shown.put("conditions", decision.terms().conditions());
        }
        worklist.opinionOn(decision.taskId()).ifPresent(opinion -> shown.put("opinion", opinion(opinion)));
        shown.put(
                "documents",
                decision.basedOn().stream().map(hash -> hash.value()).toList());
        return shown;
    }

    private static Map<String, @Nullable Object> opinion(Opinion opinion) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("business", opinion.business());
        shown.put("use", opinion.use());
        shown.put("repaymentSource", opinion.repaymentSource());
        shown.put("amount", opinion.amount().toString());
        shown.put("termMonths", opinion.termMonths());
        shown.put(
                "creditQueries",
                opinion.creditQueries().stream()
                        .map(query -> Map.of(
                                "subject", query.subject(),
                                "number", query.number(),
                                "at", String.valueOf(query.at()),
                                "outcome", query.outcome()))
                        .toList());
        return shown;
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

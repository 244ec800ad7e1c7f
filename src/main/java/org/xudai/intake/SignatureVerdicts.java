package org.xudai.intake;

import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.StoredFile;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.IssuedForm;
import org.xudai.kernel.MaterialCode;
import org.xudai.signing.ExpectedPaper;
import org.xudai.signing.SignatureReport;
import org.xudai.signing.TrustFiles;

/**
 * Certificate signatures of what came in: what has to be known to validate them, and what their validation means here. A
 * certificate counts only where its holder is known and is one of those whose signature the form asks for.
 */
@Component
class SignatureVerdicts {

    private final TrustFiles trust;
    private final FormLibrary forms;
    private final Dossier dossier;
    private final SignerNames names;
    private final Clock clock;

    SignatureVerdicts(TrustFiles trust, FormLibrary forms, Dossier dossier, SignerNames names, Clock clock) {
        this.trust = trust;
        this.forms = forms;
        this.dossier = dossier;
        this.names = names;
        this.clock = clock;
    }

    /** What a worker has to know of a document that may be a form. */
    SignatureQuestion question(Document document) {
        MaterialCode material = document.material();
        List<ExpectedPaper.Issued> issued = forms.issuedOf(document.caseNumber()).stream()
                .filter(form -> material == null || form.code().equals(material.value()))
                .filter(this::isCurrent)
                .flatMap(form -> dossier.find(form.document()).stream())
                .map(issue -> issue.files().get(0))
                .map(SignatureVerdicts::issued)
                .toList();
        return new SignatureQuestion(
                trust.read(), new ExpectedPaper(null, issued), clock.instant().toEpochMilli());
    }

    private boolean isCurrent(IssuedForm form) {
        return forms.current(form.caseNumber(), form.code())
                .filter(current -> current.version() == form.version())
                .isPresent();
    }

    private static ExpectedPaper.Issued issued(StoredFile file) {
        return new ExpectedPaper.Issued(file.size(), file.sha256().value());
    }

    /**
     * What was found, as codes of findings.
     *
     * @param material the line it belongs to, where that is known
     */
    List<String> codes(Document document, @Nullable MaterialCode material, List<InspectedFile> files) {
        List<String> codes = new ArrayList<>();
        List<SignatureReport> reports = reports(files);
        if (reports.isEmpty()) {
            codes.add("SIGNER_UNKNOWN");
        } else if (reports.stream().anyMatch(report -> report.verdict() == SignatureReport.Verdict.BROKEN)) {
            codes.add("SIGNATURE_BROKEN");
        } else if (reports.stream().anyMatch(report -> report.verdict() == SignatureReport.Verdict.NOT_SIGNED)) {
            codes.add("NOT_SIGNED");
        } else {
            codes.add("SIGNATURE_INTACT");
            if (!isCertificate(document, material, files)) {
                codes.add("SIGNER_UNKNOWN");
            }
        }
        return codes;
    }

    /** Whether it is the form that was issued, signed by everybody it asks for with certificates that are known. */
    boolean isCertificate(Document document, @Nullable MaterialCode material, List<InspectedFile> files) {
        List<SignatureReport> reports = reports(files);
        if (material == null || files.size() != 1 || reports.size() != 1) {
            return false;
        }
        SignatureReport report = reports.get(0);
        SignerNames.Signers signers = names.of(document.caseNumber(), material);
        List<String> holders = report.signatures().stream()
                .map(signature -> plain(signature.signer()))
                .toList();
        boolean byTheFirm = holders.stream().anyMatch(holder -> holder.contains(plain(signers.firm())));
        boolean byAll = !signers.people().isEmpty()
                && signers.people().stream()
                        .allMatch(person -> holders.stream().anyMatch(holder -> holder.contains(plain(person))));
        return report.verdict() == SignatureReport.Verdict.TRUSTED
                && report.beginsAsIssued()
                && (byAll || (byTheFirm && signers.people().size() == 1));
    }

    private static List<SignatureReport> reports(List<InspectedFile> files) {
        return files.stream()
                .map(InspectedFile::report)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]", "");
    }
}

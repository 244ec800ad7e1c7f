package org.xudai.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.dossier.Document;
import org.xudai.forms.FormLibrary;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.SigningWay;

/** Comes from what the files are to a verdict on the document. */
@Component
class Inspection {

    /** The one material that may be a workbook. */
    private static final String FINANCIALS = "financials";

    private final PageCheck pages;
    private final PageChecks checks;
    private final FormLibrary forms;
    private final Findings findings;
    private final SignatureVerdicts signatures;

    Inspection(PageCheck pages, PageChecks checks, FormLibrary forms, Findings findings, SignatureVerdicts signatures) {
        this.pages = pages;
        this.checks = checks;
        this.forms = forms;
        this.findings = findings;
        this.signatures = signatures;
    }

    /** What the files of a document may be. */
    FileInspector.Expected expected(Document document) {
        MaterialCode material = document.material();
        boolean form = material == null || forms.template(material.value()).isPresent();
        return new FileInspector.Expected(
                form,
                material != null && material.value().equals(FINANCIALS),
                form ? signatures.question(document) : null);
    }

    Verdict judge(Document document, List<InspectedFile> files) {
        List<Finding> found = new ArrayList<>();
        for (InspectedFile file : files) {
            Set<String> problems = new LinkedHashSet<>(file.problems());
            if (file.problem() != null) {
                problems.add(file.problem());
            }
            problems.forEach(problem -> found.add(findings.of(
                    problem,
                    null,
                    Map.of(
                            "file",
                            Integer.toString(file.sequence()),
                            "kind",
                            file.kind().name()))));
        }
        MaterialCode material = document.material();
        boolean signed = files.stream().anyMatch(file -> file.signatures() > 0);
        if (files.stream().anyMatch(InspectedFile::hasProblem)) {
            if (material == null) {
                found.add(findings.of("MATERIAL_UNKNOWN"));
            }
            if (signed) {
                found.add(findings.of("SIGNER_UNKNOWN"));
            }
            return new Verdict(found, material, null, List.of());
        }
        PageCheck.Answer answer = pages.check(document.caseNumber(), material, CodedPicture.of(files));
        found.addAll(answer.findings());
        if (signed) {
            signatures.codes(document, answer.material(), files).forEach(code -> found.add(findings.of(code)));
        }
        boolean isForm = answer.material() != null
                && forms.template(answer.material().value()).isPresent();
        if (answer.material() == null) {
            found.add(findings.of("MATERIAL_UNKNOWN"));
        } else if (isForm) {
            found.addAll(checks.check(document, answer.material(), files));
            if (files.stream().anyMatch(InspectedFile::isUnsignedFile)
                    && found.stream().noneMatch(finding -> finding.code().equals("NOT_SIGNED"))) {
                found.add(findings.of("NOT_SIGNED"));
            }
        } else {
            boolean table = files.stream().anyMatch(file -> file.kind() == FileKind.XLSX);
            found.add(findings.of(table ? "TABLE_TO_CHECK" : "PICTURE_TO_CHECK"));
        }
        found.add(findings.of("NOT_SCANNED"));
        SigningWay way = signed && signatures.isCertificate(document, answer.material(), files)
                ? SigningWay.CERTIFICATE
                : way(isForm, files);
        return new Verdict(found, answer.material(), way, answer.pages());
    }

    /** Ink on paper where pictures of paper came in; a certificate is one only once it is trusted. */
    private static @Nullable SigningWay way(boolean isForm, List<InspectedFile> files) {
        boolean paper = files.stream().noneMatch(file -> file.drawn() || file.signatures() > 0);
        return isForm && paper ? SigningWay.WET_INK : null;
    }
}

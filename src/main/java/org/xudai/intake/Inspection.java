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

    private final PageCheck pages;
    private final FormLibrary forms;
    private final Findings findings;

    Inspection(PageCheck pages, FormLibrary forms, Findings findings) {
        this.pages = pages;
        this.forms = forms;
        this.findings = findings;
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
        if (!found.isEmpty()) {
            return new Verdict(found, material, null);
        }
        PageCheck.Answer answer = pages.check(
                document.caseNumber(),
                material,
                files.stream().flatMap(file -> file.pages().stream()).toList());
        found.addAll(answer.findings());
        boolean isForm = answer.material() != null
                && forms.template(answer.material().value()).isPresent();
        if (answer.material() == null) {
            found.add(findings.of("MATERIAL_UNKNOWN"));
        } else if (isForm) {
            found.add(findings.of(marks(files)));
        } else {
            boolean table = files.stream().anyMatch(file -> file.kind() == FileKind.XLSX);
            found.add(findings.of(table ? "TABLE_TO_CHECK" : "PICTURE_TO_CHECK"));
        }
        found.add(findings.of("NOT_SCANNED"));
        return new Verdict(found, answer.material(), way(isForm, files));
    }

    private static String marks(List<InspectedFile> files) {
        if (files.stream().anyMatch(file -> file.signatures() > 0)) {
            return "SIGNER_UNKNOWN";
        }
        return files.stream().allMatch(InspectedFile::drawn) ? "NOT_SIGNED" : "MARKS_TO_CHECK";
    }

    /** Ink on paper where pictures of paper came in; a certificate is one only once it is trusted. */
    private static @Nullable SigningWay way(boolean isForm, List<InspectedFile> files) {
        boolean paper = files.stream().noneMatch(file -> file.drawn() || file.signatures() > 0);
        return isForm && paper ? SigningWay.WET_INK : null;
    }
}

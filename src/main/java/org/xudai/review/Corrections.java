package org.xudai.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.MaterialCode;
import org.xudai.renewal.CorrectionRequest;
import org.xudai.renewal.Material;
import org.xudai.renewal.MaterialState;
import org.xudai.renewal.Renewals;

/** Checks a correction request: it names materials of the checklist, and the borrower gets a sentence for each. */
@Component
class Corrections {

    private final Renewals renewals;
    private final MessageSource messages;

    Corrections(Renewals renewals, MessageSource messages) {
        this.renewals = renewals;
        this.messages = messages;
    }

    List<FieldProblem> problems(CaseNumber caseNumber, List<CorrectionRequest> corrections) {
        if (corrections.isEmpty()) {
            return List.of(new FieldProblem("corrections", "corrections-missing", ""));
        }
        Set<MaterialCode> known = renewals.checklist(caseNumber).stream()
                .filter(material -> material.state() != MaterialState.NOT_APPLICABLE)
                .map(Material::code)
                .collect(Collectors.toSet());
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < corrections.size(); i++) {
            CorrectionRequest correction = corrections.get(i);
            String field = "corrections[" + i + "]";
            if (!known.contains(correction.material())) {
                problems.add(new FieldProblem(
                        field + ".material",
                        "material-unknown",
                        correction.material().value()));
            }
            if (!hasSentence(correction.reason()) && correction.text().isBlank()) {
                problems.add(new FieldProblem(field + ".reason", "reason-unknown", correction.reason()));
            }
            if (correction.text().length() > 500) {
                problems.add(new FieldProblem(field + ".text", "text-too-long", ""));
            }
        }
        return problems;
    }

    private boolean hasSentence(String reason) {
        String sentence = messages.getMessage("correction." + reason, null, "", Locale.SIMPLIFIED_CHINESE);
        return sentence != null && !sentence.isEmpty();
    }
}

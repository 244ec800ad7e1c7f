package org.xudai.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.FormTemplate;
import org.xudai.forms.IssuedForm;
import org.xudai.forms.PageCode;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;

/** Asks the page codes: right case, form and version, every page there once? */
@Component
class PageCheck {

    private final FormLibrary forms;
    private final Findings findings;

    PageCheck(FormLibrary forms, Findings findings) {
        this.forms = forms;
        this.findings = findings;
    }

    /**
     * What the codes say.
     *
     * @param material the form they belong to, or null
     */
    record Answer(@Nullable MaterialCode material, List<Finding> findings) {}

    Answer check(CaseNumber caseNumber, @Nullable MaterialCode handedInFor, List<Set<String>> pages) {
        List<Finding> found = new ArrayList<>();
        List<PageCode> codes = new ArrayList<>();
        int unreadable = 0;
        for (Set<String> page : pages) {
            if (page.isEmpty()) {
                unreadable++;
            }
            for (String text : page) {
                Optional<PageCode> code = forms.readPageCode(text);
                if (code.isEmpty()) {
                    found.add(findings.of("CODE_FORGED"));
                } else if (!code.get().caseNumber().equals(caseNumber)) {
                    found.add(findings.of("OTHER_CASE"));
                } else {
                    codes.add(code.get());
                }
            }
        }
        MaterialCode coded = codes.isEmpty() ? null : materialOf(codes.get(0).formNumber());
        MaterialCode material = handedInFor == null ? coded : handedInFor;
        if (material == null || forms.template(material.value()).isEmpty()) {
            return new Answer(material, once(found));
        }
        if (codes.stream().anyMatch(code -> !material.equals(materialOf(code.formNumber())))) {
            found.add(findings.of("OTHER_FORM"));
        } else if (!codes.isEmpty()) {
            complete(caseNumber, material, codes, unreadable, found);
        }
        if (unreadable > 0 && found.stream().noneMatch(finding -> finding.level() == Finding.Level.BLOCK)) {
            found.add(findings.of("CODE_MISSING"));
        }
        return new Answer(material, once(found));
    }

    /** A finding that several pages share is told once. */
    private static List<Finding> once(List<Finding> found) {
        return List.copyOf(new LinkedHashSet<>(found));
    }

    private void complete(
            CaseNumber caseNumber, MaterialCode material, List<PageCode> codes, int unreadable, List<Finding> found) {
        IssuedForm current = forms.current(caseNumber, material.value()).orElseThrow();
        if (codes.stream().anyMatch(code -> code.version() != current.version())) {
            found.add(findings.of("OLD_VERSION"));
        }
        Map<Integer, Integer> seen = new HashMap<>();
        codes.forEach(code -> seen.merge(code.page(), 1, Integer::sum));
        Set<Integer> missing = new TreeSet<>();
        for (int page = 1; page <= current.pages(); page++) {
            if (!seen.containsKey(page)) {
                missing.add(page);
            }
        }
        if (missing.size() > unreadable) {
            missing.forEach(
                    page -> found.add(findings.of("PAGE_MISSING", page, Map.of("page", Integer.toString(page)))));
        }
        seen.forEach((page, times) -> {
            if (times > 1) {
                found.add(findings.of("PAGE_TWICE", page, Map.of("page", Integer.toString(page))));
            }
        });
    }

    private @Nullable MaterialCode materialOf(int formNumber) {
        return forms.templates().stream()
                .filter(template -> template.number() == formNumber)
                .map(FormTemplate::code)
                .map(MaterialCode::new)
                .findFirst()
                .orElse(null);
    }
}

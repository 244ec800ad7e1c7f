package org.xudai.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private final ReceivedPages received;
    private final Findings findings;

    PageCheck(FormLibrary forms, ReceivedPages received, Findings findings) {
        this.forms = forms;
        this.received = received;
        this.findings = findings;
    }

    /**
     * A genuine page of this case.
     *
     * @param picture where it is
     * @param code what its code says
     */
    record Seen(CodedPicture picture, PageCode code) {}

    /** Pages of a file that do not belong to the form, and the finding that says why. */
    private record Foreign(String finding, int file) {}

    /**
     * What the codes say.
     *
     * @param material the form they belong to, or null
     * @param pages the pages of that form
     */
    record Answer(@Nullable MaterialCode material, List<Finding> findings, List<Seen> pages) {}

    /** Asks the codes of a whole document; a page that is not in it may have stayed from an earlier one. */
    Answer check(CaseNumber caseNumber, @Nullable MaterialCode handedInFor, List<CodedPicture> pictures) {
        Map<Foreign, Set<Integer>> foreign = new LinkedHashMap<>();
        List<Seen> codes = new ArrayList<>();
        int unreadable = 0;
        for (CodedPicture picture : pictures) {
            if (picture.codes().isEmpty()) {
                unreadable++;
            }
            for (String text : picture.codes()) {
                Optional<PageCode> code = forms.readPageCode(text);
                if (code.isEmpty()) {
                    add(foreign, "CODE_FORGED", picture);
                } else if (!code.get().caseNumber().equals(caseNumber)) {
                    add(foreign, "OTHER_CASE", picture);
                } else {
                    codes.add(new Seen(picture, code.get()));
                }
            }
        }
        MaterialCode coded =
                codes.isEmpty() ? null : materialOf(codes.get(0).code().formNumber());
        MaterialCode material = handedInFor == null ? coded : handedInFor;
        if (material == null || forms.template(material.value()).isEmpty()) {
            return new Answer(material, wrong(foreign, List.of()), List.of());
        }
        List<Seen> own = codes.stream()
                .filter(seen -> material.equals(materialOf(seen.code().formNumber())))
                .toList();
        codes.stream().filter(seen -> !own.contains(seen)).forEach(seen -> add(foreign, "OTHER_FORM", seen.picture()));
        List<Finding> found = new ArrayList<>(wrong(foreign, own));
        if (!own.isEmpty()) {
            complete(caseNumber, material, own, unreadable, found);
        }
        if (unreadable > 0 && found.stream().noneMatch(finding -> finding.level() == Finding.Level.BLOCK)) {
            found.add(findings.of("CODE_MISSING"));
        }
        return new Answer(material, once(found), own);
    }

    /**
     * What is wrong with pages that do not belong here, once for a file. The file is named, so that the others of the document
     * stay; where pages of the form are in it too, its pictures are named, so that these stay.
     */
    private List<Finding> wrong(Map<Foreign, Set<Integer>> foreign, List<Seen> own) {
        Set<Integer> shared = own.stream().map(seen -> seen.picture().file()).collect(Collectors.toSet());
        List<Finding> found = new ArrayList<>();
        foreign.forEach((pages, positions) -> {
            Finding wrong = wrong(pages.finding(), pages.file());
            found.add(shared.contains(pages.file()) ? wrong.of(positions) : wrong);
        });
        return found;
    }

    private static void add(Map<Foreign, Set<Integer>> foreign, String finding, CodedPicture picture) {
        foreign.computeIfAbsent(new Foreign(finding, picture.file()), key -> new TreeSet<>())
                .add(picture.position());
    }

    private Finding wrong(String code, int file) {
        return findings.of(code, null, Map.of("file", Integer.toString(file)));
    }

    /** A finding that several pages of a file share is told once. */
    private static List<Finding> once(List<Finding> found) {
        return List.copyOf(new LinkedHashSet<>(found));
    }

    private void complete(
            CaseNumber caseNumber, MaterialCode material, List<Seen> codes, int unreadable, List<Finding> found) {
        IssuedForm current = forms.current(caseNumber, material.value()).orElseThrow();
        codes.stream()
                .filter(seen -> seen.code().version() != current.version())
                .forEach(seen -> found.add(wrong("OLD_VERSION", seen.picture().file())));
        Map<Integer, Integer> seen = new HashMap<>();
        codes.forEach(page -> seen.merge(page.code().page(), 1, Integer::sum));
        Set<Integer> missing = new TreeSet<>();
        for (int page = 1; page <= current.pages(); page++) {
            if (!seen.containsKey(page)) {
                missing.add(page);
            }
        }
        kept(caseNumber, material, current.version(), missing, found);
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

    /** Takes from the missing pages those that stayed from earlier documents. */
    private void kept(
            CaseNumber caseNumber, MaterialCode material, int version, Set<Integer> missing, List<Finding> found) {
        Map<Integer, ReceivedPage> good = received.good(caseNumber, material, version);
        List<ReceivedPage> kept =
                missing.stream().map(good::get).filter(Objects::nonNull).toList();
        if (kept.isEmpty()) {
            return;
        }
        kept.forEach(page -> missing.remove(page.page()));
        String pages = kept.stream().map(page -> Integer.toString(page.page())).collect(Collectors.joining(", "));
        found.add(findings.of(
                kept.stream().anyMatch(ReceivedPage::asks) ? "PAGES_KEPT_TO_CHECK" : "PAGES_KEPT",
                null,
                Map.of("pages", pages)));
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

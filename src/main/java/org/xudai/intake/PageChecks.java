package org.xudai.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xudai.dossier.Document;
import org.xudai.intake.check.ComparedPage;
import org.xudai.intake.check.IsItLargeEnough;
import org.xudai.intake.check.IsItThePage;
import org.xudai.intake.check.IsItWhole;
import org.xudai.intake.check.PageQuestion;
import org.xudai.intake.check.ReturnedPage;
import org.xudai.kernel.MaterialCode;

/** Asks every question to every page of a form that came back. */
@Component
class PageChecks {

    private final IssuedSheets sheets;
    private final Findings findings;
    private final List<PageQuestion> questions;

    PageChecks(IssuedSheets sheets, Findings findings, IntakeSettings settings) {
        this.sheets = sheets;
        this.findings = findings;
        this.questions = List.of(new IsItThePage(), new IsItWhole(), new IsItLargeEnough(settings.leastDpi()));
    }

    /**
     * What is not as it should be.
     *
     * @param form the form that the document is; pages of others are told of elsewhere
     */
    List<Finding> check(Document document, MaterialCode form, List<InspectedFile> files) {
        IssuedSource issued = sheets.of(document.caseNumber());
        Set<Finding> found = new LinkedHashSet<>();
        for (InspectedFile file : files) {
            for (ComparedPage compared : file.compared()) {
                Optional<IssuedSheet> sheet = issued.named(compared.code());
                if (sheet.isPresent() && sheet.get().form().equals(form.value())) {
                    found.addAll(ask(document, file, sheet.get(), compared));
                }
            }
        }
        return List.copyOf(found);
    }

    private List<Finding> ask(Document document, InspectedFile file, IssuedSheet sheet, ComparedPage compared) {
        ReturnedPage page = new ReturnedPage(sheet.page(), sheet.layout(), compared);
        return questions.stream()
                .flatMap(question -> question.ask(page).stream())
                .map(answer -> findings.of(answer, sheet.page(), file.sequence(), document.channel()))
                .toList();
    }
}

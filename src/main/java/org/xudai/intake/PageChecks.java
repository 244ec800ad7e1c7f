package org.xudai.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Document;
import org.xudai.intake.check.Answer;
import org.xudai.intake.check.ComparedPage;
import org.xudai.intake.check.IsInkWhereItBelongs;
import org.xudai.intake.check.IsItDated;
import org.xudai.intake.check.IsItFilledIn;
import org.xudai.intake.check.IsItLargeEnough;
import org.xudai.intake.check.IsItLit;
import org.xudai.intake.check.IsItSealed;
import org.xudai.intake.check.IsItSharp;
import org.xudai.intake.check.IsItSigned;
import org.xudai.intake.check.IsItThePage;
import org.xudai.intake.check.IsItUnaltered;
import org.xudai.intake.check.IsItWhole;
import org.xudai.intake.check.PageQuestion;
import org.xudai.intake.check.ReturnedPage;
import org.xudai.intake.check.WhatWasTyped;
import org.xudai.kernel.MaterialCode;

/** Asks every question to every page of a form that came back. */
@Component
class PageChecks {

    private final IssuedSheets sheets;
    private final ReceivedPages received;
    private final Findings findings;
    private final int retakes;
    private final List<PageQuestion> ofPaper;
    private final List<PageQuestion> ofFile;

    PageChecks(IssuedSheets sheets, ReceivedPages received, Findings findings, IntakeSettings settings) {
        this.sheets = sheets;
        this.received = received;
        this.findings = findings;
        this.retakes = settings.retakes();
        this.ofPaper = List.of(
                new IsItThePage(),
                new IsItWhole(),
                new IsItLargeEnough(settings.leastDpi()),
                new IsItSharp(settings.mostBlur()),
                new IsItLit(),
                IsItUnaltered.onPaper(),
                new IsItSigned(),
                new IsItSealed(),
                new IsItDated(),
                new IsItFilledIn(),
                new IsInkWhereItBelongs());
        this.ofFile = List.of(new IsItThePage(), new IsItWhole(), IsItUnaltered.inFile(), new WhatWasTyped());
    }

    /**
     * What is not as it should be.
     *
     * @param form the form that the document is; pages of others are told of elsewhere
     */
    List<Finding> check(Document document, MaterialCode form, List<InspectedFile> files) {
        IssuedSource issued = sheets.of(document.caseNumber());
        Map<Integer, Integer> refused = received.refusals(document.caseNumber(), form, Findings.QUALITY);
        Set<Finding> found = new LinkedHashSet<>();
        for (InspectedFile file : files) {
            for (CodedPage page : CodedPage.of(file)) {
                Optional<IssuedSheet> sheet =
                        issued.named(page.code()).filter(one -> one.form().equals(form.value()));
                if (sheet.isPresent()) {
                    boolean again = refused.getOrDefault(sheet.get().page(), 0) < retakes;
                    found.addAll(ask(document, file, sheet.get(), page, again));
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * A page code of a file.
     *
     * @param page number of its picture, from 1
     * @param code its text
     * @param compared what was measured round it; null where nobody did
     */
    private record CodedPage(
            int page, String code, @Nullable ComparedPage compared) {

        static List<CodedPage> of(InspectedFile file) {
            List<CodedPage> pages = new ArrayList<>();
            for (int page = 1; page <= file.pages().size(); page++) {
                int number = page;
                file.pages().get(page - 1).stream()
                        .sorted()
                        .map(code -> new CodedPage(
                                number, code, file.compared(number, code).orElse(null)))
                        .forEach(pages::add);
            }
            return pages;
        }
    }

    private List<Finding> ask(
            Document document, InspectedFile file, IssuedSheet sheet, CodedPage coded, boolean retakesLeft) {
        ComparedPage compared = coded.compared();
        if (compared == null) {
            return List.of(findings.ofPage("MARKS_TO_CHECK", sheet.page(), file.sequence()));
        }
        ReturnedPage page = new ReturnedPage(sheet.page(), sheet.layout(), compared);
        boolean paper = !compared.drawn() && file.signatures() == 0;
        List<Answer> answers = (paper ? ofPaper : ofFile)
                .stream().flatMap(question -> question.ask(page).stream()).toList();
        boolean portal = document.channel() == Channel.PORTAL;
        List<Finding> found = new ArrayList<>();
        answers.forEach(answer -> found.add(findings.of(answer, sheet.page(), file.sequence(), portal && retakesLeft)));
        if (portal && !retakesLeft && answers.stream().anyMatch(findings::isForARetake)) {
            found.add(findings.ofPage("RETAKES_ENDED", sheet.page(), file.sequence()));
        }
        return found;
    }
}

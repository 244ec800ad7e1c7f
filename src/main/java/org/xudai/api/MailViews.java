package org.xudai.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.mailroom.SheetState;
import org.xudai.mailroom.StackReport;
import org.xudai.mailroom.StackState;
import org.xudai.mailroom.TrayReason;
import org.xudai.mailroom.TraySheet;

/** Stacks and their pages as the interface shows them. */
@Component
class MailViews {

    private static final String STACKS = "/api/v1/mailroom/stacks/";
    private static final String SHEETS = "/api/v1/mailroom/sheets/";

    private final MessageSource texts;

    MailViews(MessageSource texts) {
        this.texts = texts;
    }

    /**
     * Pages that became one document.
     *
     * @param pages their places in the stack, from 1
     * @param twice whether the case had these bytes before
     * @param byPerson whether a person assigned them
     */
    record FilingAnswer(
            String caseNumber,
            @Nullable String material,
            @Nullable String documentId,
            List<Integer> pages,
            boolean twice,
            boolean byPerson) {}

    /** A page that went to no case. */
    record PlacedAnswer(
            UUID id, int page, SheetState state, @Nullable String reason) {}

    /**
     * What became of a stack.
     *
     * @param repeated whether it had been handed in before; then nothing was doubled
     * @param read how many pages are read
     * @param code why it cannot be taken apart
     * @param problem the same as a sentence
     * @param elsewhere places of pages that went to other branches
     */
    record StackAnswer(
            UUID id,
            StackState state,
            boolean repeated,
            String branch,
            String by,
            String fileName,
            long size,
            String sha256,
            String receivedAt,
            @Nullable Integer pages,
            int read,
            @Nullable Integer percent,
            @Nullable String code,
            @Nullable String problem,
            Map<SheetState, Integer> counts,
            List<FilingAnswer> filings,
            List<PlacedAnswer> sheets,
            List<Integer> elsewhere,
            String reportUrl) {}

    /**
     * A page that waits for somebody.
     *
     * @param dueOn by when the case has to be decided that its code names, where one does that is under way
     * @param turned how people see it turned, in degrees clockwise; the picture comes as it was scanned
     */
    record TrayAnswer(
            UUID id,
            UUID stackId,
            int page,
            String branch,
            @Nullable TrayReason reason,
            @Nullable String caseNumber,
            @Nullable String material,
            @Nullable LocalDate dueOn,
            int turned,
            String receivedAt,
            String pictureUrl) {}

    StackAnswer stack(StackReport report, boolean repeated, Locale locale) {
        String code = report.problem();
        return new StackAnswer(
                report.id(),
                report.state(),
                repeated,
                report.branch().value(),
                report.by().value(),
                report.fileName(),
                report.size(),
                report.sha256().value(),
                report.receivedAt().toString(),
                report.pages(),
                report.read(),
                report.percent(),
                code,
                code == null ? null : texts.getMessage("mailroom.problem." + code, null, code, locale),
                report.counts(),
                report.filings().stream().map(MailViews::filing).toList(),
                report.sheets().stream()
                        .map(sheet -> new PlacedAnswer(sheet.id(), sheet.page(), sheet.state(), sheet.reason()))
                        .toList(),
                report.elsewhere(),
                STACKS + report.id());
    }

    private static FilingAnswer filing(StackReport.Filing filing) {
        MaterialCode material = filing.material();
        return new FilingAnswer(
                filing.caseNumber().value(),
                material == null ? null : material.value(),
                filing.document() == null ? null : filing.document().toString(),
                filing.pages(),
                filing.twice(),
                filing.byPerson());
    }

    static TrayAnswer tray(TraySheet sheet) {
        CaseNumber number = sheet.caseNumber();
        MaterialCode form = sheet.form();
        return new TrayAnswer(
                sheet.id(),
                sheet.stack(),
                sheet.page(),
                sheet.branch().value(),
                sheet.reason(),
                number == null ? null : number.value(),
                form == null ? null : form.value(),
                sheet.dueOn(),
                sheet.turned(),
                sheet.receivedAt().toString(),
                SHEETS + sheet.id() + ".png");
    }
}

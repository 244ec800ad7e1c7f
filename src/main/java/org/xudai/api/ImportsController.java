package org.xudai.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xudai.access.Act;
import org.xudai.access.StaffMember;
import org.xudai.loanbook.ImportState;
import org.xudai.loanbook.LoanImports;
import org.xudai.loanbook.LoanImports.ImportReport;
import org.xudai.loanbook.LoanImports.Kind;
import org.xudai.web.ProblemException;
import org.xudai.web.SpreadsheetRows;

/** Files of the loan book, and what became of them. */
@RestController
@RequestMapping("/api/v1/loans")
@Tag(name = "Loan book")
class ImportsController {

    private static final String REPORTS = "/api/v1/loans/imports/";

    private final LoanImports imports;
    private final CaseDoor door;
    private final MessageSource texts;

    ImportsController(LoanImports imports, CaseDoor door, MessageSource texts) {
        this.imports = imports;
        this.door = door;
        this.texts = texts;
    }

    record RejectedAnswer(long row, String column, String value, String code, String problem) {}

    record ImportAnswer(
            UUID id,
            Kind kind,
            ImportState state,
            @Nullable Integer percent,
            @Nullable String problem,
            long rows,
            long created,
            long updated,
            long unchanged,
            long rejectedRows,
            List<RejectedAnswer> rejected,
            List<RejectedAnswer> notes,
            String reportUrl,
            String rejectedUrl) {}

    @Operation(
            summary = "Imports a loan book",
            description = "CSV (UTF-8 or GB18030) or XLSX. A bad row never stops the good ones; the same file twice "
                    + "changes nothing. 422 where file or header cannot be read. With wait=false the answer is 202 as "
                    + "soon as file and header are there, with the address of the report.")
    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportAnswer> importLoans(
            @RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean wait, Locale locale)
            throws IOException {
        return read(Kind.LOANS, file, wait, locale);
    }

    @Operation(summary = "Imports parties and security of loans", description = "As the import of loans.")
    @PostMapping(path = "/parties/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportAnswer> importParties(
            @RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean wait, Locale locale)
            throws IOException {
        return read(Kind.PARTIES, file, wait, locale);
    }

    @Operation(summary = "The report of an import, also while it runs")
    @GetMapping("/imports/{id}")
    ImportAnswer report(@PathVariable UUID id, Locale locale) {
        door.require(Act.READ_IMPORTS);
        return answer(find(id), locale);
    }

    @Operation(
            summary = "Stops an import that runs",
            description = "After the rows it is at; what is in stays. 409 where it has ended.")
    @PostMapping("/imports/{id}/cancel")
    ImportAnswer cancel(@PathVariable UUID id, Locale locale) {
        StaffMember by = door.require(Act.IMPORT_LOANS);
        find(id);
        if (!imports.cancel(id, by)) {
            throw new ProblemException(HttpStatus.CONFLICT, "import-ended");
        }
        return answer(find(id), locale);
    }

    @Operation(
            summary = "All rejected values of an import",
            description = "CSV in UTF-8, by row; personal values masked.")
    @GetMapping("/imports/{id}/rejected")
    void rejected(@PathVariable UUID id, Locale locale, HttpServletResponse response) throws IOException {
        door.require(Act.READ_IMPORTS);
        find(id);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected-" + id + ".csv\"");
        PrintWriter out = response.getWriter();
        out.print(SpreadsheetRows.MARK);
        out.print(SpreadsheetRows.row(Stream.of("row", "column", "value", "code", "problem")));
        imports.rejections(
                id,
                rejection -> out.print(SpreadsheetRows.row(Stream.of(
                        Long.toString(rejection.row()),
                        rejection.column(),
                        rejection.value(),
                        rejection.problem(),
                        sentence(rejection.problem(), rejection.value(), locale)))));
    }

    private ResponseEntity<ImportAnswer> read(Kind kind, MultipartFile file, boolean wait, Locale locale)
            throws IOException {
        StaffMember by = door.require(Act.IMPORT_LOANS);
        try (InputStream in = file.getInputStream()) {
            if (!wait) {
                UUID id = imports.start(in, name(file), kind, by);
                return ResponseEntity.accepted()
                        .location(URI.create(REPORTS + id))
                        .body(answer(find(id), locale));
            }
            ImportReport report = kind == Kind.LOANS
                    ? imports.importLoans(in, name(file), by)
                    : imports.importParties(in, name(file), by);
            return ResponseEntity.ok(answer(report, locale));
        } catch (LoanImports.UnreadableFile e) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, e.problem(), e.detail());
        } catch (LoanImports.TooManyImports e) {
            throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "imports-waiting");
        }
    }

    private ImportReport find(UUID id) {
        return imports.report(id).orElseThrow(ProblemException::notFound);
    }

    private ImportAnswer answer(ImportReport report, Locale locale) {
        String problem = report.problem();
        return new ImportAnswer(
                report.id(),
                report.kind(),
                report.state(),
                report.percent(),
                problem == null ? null : sentence(problem + ".detail", String.valueOf(report.detail()), locale),
                report.rows(),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.rejectedRows(),
                report.rejected().stream()
                        .map(r -> new RejectedAnswer(
                                r.row(), r.column(), r.value(), r.problem(), sentence(r.problem(), r.value(), locale)))
                        .toList(),
                report.notes().stream()
                        .map(n -> new RejectedAnswer(
                                n.row(), n.column(), n.value(), n.note(), sentence(n.note(), n.value(), locale)))
                        .toList(),
                REPORTS + report.id(),
                REPORTS + report.id() + "/rejected");
    }

    private String sentence(String code, String value, Locale locale) {
        String found = texts.getMessage("problem." + code, new Object[] {value}, code, locale);
        return found == null ? code : found;
    }

    private static String name(MultipartFile file) {
        return file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    }
}

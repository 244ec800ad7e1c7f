package org.xudai.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.xudai.access.Act;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.loanbook.LoanImports;
import org.xudai.web.ProblemException;
import org.xudai.web.SpreadsheetRows;
import org.xudai.web.Words;

/** Importing a file of loans or of people: how far it is, what came of it, and its rejected rows as a file. */
@Controller
class DeskImports {

    private static final int LATEST = 10;

    private final DeskDoor door;
    private final LoanImports imports;
    private final StaffDirectory staff;
    private final Words words;

    DeskImports(DeskDoor door, LoanImports imports, StaffDirectory staff, Words words) {
        this.door = door;
        this.imports = imports;
        this.staff = staff;
        this.words = words;
    }

    @GetMapping("/desk/import")
    String form(Model model) {
        door.require(Act.IMPORT_LOANS);
        return page("LOANS", model);
    }

    @PostMapping("/desk/import")
    String start(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "LOANS") String kind,
            Model model,
            HttpServletResponse response)
            throws IOException {
        door.require(Act.IMPORT_LOANS);
        LoanImports.Kind chosen = kind.equals("PARTIES") ? LoanImports.Kind.PARTIES : LoanImports.Kind.LOANS;
        String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        if (file == null || name.isEmpty()) {
            return again(chosen, "import-file-missing", "", model, response);
        }
        try (InputStream in = file.getInputStream()) {
            return "redirect:/desk/import/" + imports.start(in, name, chosen, door.staff());
        } catch (LoanImports.UnreadableFile e) {
            return again(chosen, e.problem(), e.detail(), model, response);
        } catch (LoanImports.TooManyImports e) {
            return again(chosen, "imports-waiting", "", model, response);
        }
    }

    /** The form once more with what is wrong; a browser keeps no file, so it is chosen again. */
    private String again(
            LoanImports.Kind kind, String problem, String detail, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problem", problem);
        model.addAttribute("detail", detail);
        return page(kind.name(), model);
    }

    @GetMapping("/desk/import/{id}")
    String show(@PathVariable String id, Model model) {
        door.require(Act.READ_IMPORTS);
        LoanImports.ImportReport report = report(id);
        model.addAttribute("report", report);
        model.addAttribute(
                "by",
                staff.find(report.by())
                        .map(StaffMember::name)
                        .orElse(report.by().value()));
        return "desk/import-report";
    }

    @PostMapping("/desk/import/{id}/cancel")
    String cancel(@PathVariable String id) {
        door.require(Act.IMPORT_LOANS);
        LoanImports.ImportReport report = report(id);
        imports.cancel(report.id(), door.staff());
        return "redirect:/desk/import/" + report.id();
    }

    /** Every rejected row with its reason, to be mended and imported again. */
    @GetMapping("/desk/import/{id}/rejected.csv")
    void rejected(@PathVariable String id, HttpServletResponse response) throws IOException {
        door.require(Act.READ_IMPORTS);
        UUID of = report(id).id();
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected-" + of + ".csv\"");
        PrintWriter out = response.getWriter();
        out.print(SpreadsheetRows.MARK);
        out.print(SpreadsheetRows.row(
                Stream.of("row", "column", "value", "problem").map(name -> words.text("desk.import." + name, name))));
        imports.rejections(
                of,
                rejection -> out.print(SpreadsheetRows.row(Stream.of(
                        Long.toString(rejection.row()),
                        rejection.column(),
                        rejection.value(),
                        words.text("problem." + rejection.problem(), rejection.problem())))));
    }

    private String page(String kind, Model model) {
        List<LoanImports.ImportReport> latest = imports.latest(LATEST);
        Map<String, String> names = new HashMap<>();
        latest.forEach(report -> names.put(
                report.by().value(),
                staff.find(report.by())
                        .map(StaffMember::name)
                        .orElse(report.by().value())));
        model.addAttribute("kind", kind);
        model.addAttribute("latest", latest);
        model.addAttribute("names", names);
        return "desk/import";
    }

    private LoanImports.ImportReport report(String id) {
        return Optional.of(id)
                .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .flatMap(text -> imports.report(UUID.fromString(text)))
                .orElseThrow(ProblemException::notFound);
    }
}

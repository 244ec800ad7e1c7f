package org.xudai.desk;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Slice;
import org.xudai.loanbook.ContractState;
import org.xudai.loanbook.Loan;
import org.xudai.loanbook.LoanBook;
import org.xudai.loanbook.LoanImports;
import org.xudai.loanbook.LoanQuery;
import org.xudai.loanbook.NewParty;
import org.xudai.loanbook.Parties;
import org.xudai.loanbook.PartyRole;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** The loan book: finding a loan, opening its renewal, importing a file. */
@Controller
class DeskLoans {

    private static final int ROWS = 25;
    private static final int LAST_PAGE = 100;
    private static final int PARTIES = 3;

    private final DeskDoor door;
    private final LoanBook loans;
    private final Parties parties;
    private final LoanImports imports;
    private final Renewals renewals;

    DeskLoans(DeskDoor door, LoanBook loans, Parties parties, LoanImports imports, Renewals renewals) {
        this.door = door;
        this.loans = loans;
        this.parties = parties;
        this.imports = imports;
        this.renewals = renewals;
    }

    @GetMapping("/desk/loans")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Slice<Loan> found = loans.search(
                new LoanQuery(door.scope(), null, day(before), q, Math.max(0, Math.min(page, LAST_PAGE)), ROWS));
        Map<String, String> open = new HashMap<>();
        found.items().forEach(loan -> renewals.openCaseOf(loan.number())
                .map(CaseNumber::value)
                .ifPresent(number -> open.put(loan.number().value(), number)));
        model.addAttribute("found", found);
        model.addAttribute("open", open);
        model.addAttribute("q", q);
        model.addAttribute("before", before);
        return "desk/loans";
    }

    @GetMapping("/desk/loans/{number}")
    String show(@PathVariable String number, Model model) {
        return page(number, Map.of(), model);
    }

    @PostMapping("/desk/loans/{number}/open")
    String open(@PathVariable String number, @RequestParam Map<String, String> typed, Model model) {
        Loan loan = door.loan(number);
        Renewals.Opening opening = renewals.open(loan.number(), entered(typed), door.staff());
        if (opening instanceof Renewals.Opening.Opened opened) {
            return "redirect:/desk/cases/" + opened.renewal().number();
        }
        if (opening instanceof Renewals.Opening.AlreadyOpen already) {
            return "redirect:/desk/cases/" + already.caseNumber();
        }
        if (opening instanceof Renewals.Opening.PartiesMissing) {
            model.addAttribute("partiesMissing", true);
        } else if (opening instanceof Renewals.Opening.PartiesRefused refused) {
            model.addAttribute("problems", refused.problems());
        } else {
            throw new ProblemException(org.springframework.http.HttpStatus.FORBIDDEN, "not-allowed");
        }
        return page(number, typed, model);
    }

    @PostMapping("/desk/loans/{number}/contract")
    String contract(
            @PathVariable String number,
            @RequestParam ContractState state,
            @RequestParam(defaultValue = "") String contractNumber,
            Model model) {
        door.requireManager();
        Loan loan = door.loan(number);
        if (state == ContractState.SIGNED && contractNumber.isBlank()) {
            model.addAttribute("contractMissing", true);
            return page(number, Map.of(), model);
        }
        if (loan.contract() != ContractState.NONE) {
            loans.setContract(
                    loan.number(),
                    state,
                    contractNumber.strip(),
                    Actor.staff(door.staff().id()));
        }
        return "redirect:/desk/loans/" + number;
    }

    @GetMapping("/desk/import")
    String importPage(@RequestParam(required = false) @Nullable String report, Model model) {
        door.requireManager();
        find(report).ifPresent(found -> model.addAttribute("report", found));
        return "desk/import";
    }

    @PostMapping("/desk/import")
    String importFile(@RequestParam MultipartFile file, @RequestParam(defaultValue = "loans") String kind, Model model)
            throws IOException {
        door.requireManager();
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try (InputStream in = file.getInputStream()) {
            LoanImports.ImportReport report = kind.equals("parties")
                    ? imports.importParties(in, name, door.staff())
                    : imports.importLoans(in, name, door.staff());
            return "redirect:/desk/import?report=" + report.id();
        } catch (LoanImports.UnreadableFile e) {
            model.addAttribute("unreadable", e.problem());
            model.addAttribute("detail", e.detail());
            return "desk/import";
        }
    }

    private Optional<LoanImports.ImportReport> find(@Nullable String id) {
        try {
            return id == null ? Optional.empty() : imports.report(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String page(String number, Map<String, String> typed, Model model) {
        Loan loan = door.loan(number);
        model.addAttribute("loan", loan);
        model.addAttribute(
                "openCase",
                renewals.openCaseOf(loan.number()).map(CaseNumber::value).orElse(null));
        model.addAttribute("registered", parties.ofLoan(loan.number()));
        model.addAttribute("typed", typed);
        model.addAttribute("rows", PARTIES);
        model.addAttribute("roles", List.of(PartyRole.values()));
        return "desk/loan";
    }

    private static List<NewParty> entered(Map<String, String> typed) {
        List<NewParty> entered = new ArrayList<>();
        for (int i = 0; i < PARTIES; i++) {
            String name = typed.getOrDefault("name-" + i, "").strip();
            if (name.isEmpty()) {
                continue;
            }
            entered.add(new NewParty(
                    PartyRole.valueOf(typed.getOrDefault("role-" + i, PartyRole.GUARANTOR.name())),
                    name,
                    blank(typed.get("residentId-" + i)),
                    blank(typed.get("mobile-" + i)),
                    null,
                    blank(typed.get("spouseOf-" + i)),
                    false));
        }
        return entered;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

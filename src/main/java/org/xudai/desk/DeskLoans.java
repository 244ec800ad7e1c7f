package org.xudai.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xudai.access.Act;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.Masked;
import org.xudai.kernel.Slice;
import org.xudai.loanbook.ContractState;
import org.xudai.loanbook.Loan;
import org.xudai.loanbook.LoanBook;
import org.xudai.loanbook.LoanQuery;
import org.xudai.loanbook.NewParty;
import org.xudai.loanbook.Parties;
import org.xudai.loanbook.Party;
import org.xudai.loanbook.PartyRole;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** The loan book: finding a loan, registering its people, opening its renewal, noting the new contract. */
@Controller
class DeskLoans {

    private static final int ROWS = 25;
    private static final int PARTIES = 3;
    private static final int LONGEST = 60;
    private static final Pattern FIELD = Pattern.compile("parties\\[(\\d+)]\\.(\\w+)");

    private final DeskDoor door;
    private final LoanBook loans;
    private final Parties parties;
    private final Renewals renewals;
    private final StaffDirectory staff;

    DeskLoans(DeskDoor door, LoanBook loans, Parties parties, Renewals renewals, StaffDirectory staff) {
        this.door = door;
        this.loans = loans;
        this.parties = parties;
        this.renewals = renewals;
        this.staff = staff;
    }

    /** A person of a loan, his number masked. */
    record Person(Party party, @Nullable String mobile) {}

    @GetMapping("/desk/loans")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "0") String page,
            Model model) {
        String text = q.isBlank() ? null : q.strip();
        Optional<LocalDate> day = day(before);
        Slice<Loan> found =
                loans.search(new LoanQuery(door.scope(), null, day.orElse(null), text, DeskWorklist.page(page), ROWS));
        Map<String, String> open = new HashMap<>();
        found.items().forEach(loan -> renewals.openCaseOf(loan.number())
                .map(CaseNumber::value)
                .ifPresent(number -> open.put(loan.number().value(), number)));
        model.addAttribute("found", found);
        model.addAttribute("open", open);
        model.addAttribute("q", text);
        model.addAttribute("before", before.isBlank() ? null : before);
        model.addAttribute("dayWrong", !before.isBlank() && day.isEmpty());
        return "desk/loans";
    }

    @GetMapping("/desk/loans/{number}")
    String show(@PathVariable String number, Model model) {
        return page(door.loan(number), Map.of(), Map.of(), model);
    }

    @PostMapping("/desk/loans/{number}/open")
    String open(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes next) {
        Loan loan = door.loan(number);
        Map<String, String> wrong = incomplete(typed);
        if (!wrong.isEmpty()) {
            return page(loan, typed, wrong, model);
        }
        Renewals.Opening opening = renewals.open(loan.number(), entered(typed), door.staff());
        if (opening instanceof Renewals.Opening.Opened opened) {
            next.addFlashAttribute("done", "desk.opened");
            return "redirect:/desk/cases/" + opened.renewal().number();
        }
        if (opening instanceof Renewals.Opening.AlreadyOpen already) {
            next.addFlashAttribute("done", "desk.opened-before");
            return "redirect:/desk/cases/" + already.caseNumber();
        }
        if (opening instanceof Renewals.Opening.PartiesMissing) {
            return page(loan, typed, Map.of("name-0", "security-party-missing"), model);
        }
        if (opening instanceof Renewals.Opening.PartiesRefused refused) {
            return page(loan, typed, placed(refused.problems(), typed), model);
        }
        throw new ProblemException(HttpStatus.FORBIDDEN, "not-allowed");
    }

    @PostMapping("/desk/loans/{number}/contract")
    String contract(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String contractNumber,
            Model model,
            RedirectAttributes next) {
        door.require(Act.NOTE_CONTRACTS);
        Loan loan = door.loan(number);
        ContractState chosen = Stream.of(ContractState.SIGNED, ContractState.SETTLED)
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElse(null);
        String given = contractNumber.strip();
        Map<String, String> wrong = new LinkedHashMap<>();
        if (chosen == null) {
            wrong.put("state", "choice-unknown");
        }
        if (chosen == ContractState.SIGNED && given.isEmpty()) {
            wrong.put("contractNumber", "contract-number-missing-here");
        } else if (given.length() > LONGEST) {
            wrong.put("contractNumber", "too-long");
        }
        if (chosen == null || !wrong.isEmpty()) {
            return page(loan, Map.of("state", state, "contractNumber", given), wrong, model);
        }
        if (loan.contract() == ContractState.NONE) {
            throw ProblemException.notFound();
        }
        loans.setContract(
                loan.number(),
                chosen,
                given.isEmpty() ? null : given,
                Actor.staff(door.staff().id()));
        next.addFlashAttribute("done", "desk.contract.noted");
        return "redirect:/desk/loans/" + loan.number();
    }

    private String page(Loan loan, Map<String, String> typed, Map<String, String> wrong, Model model) {
        model.addAttribute("loan", loan);
        model.addAttribute(
                "openCase",
                renewals.openCaseOf(loan.number()).map(CaseNumber::value).orElse(null));
        model.addAttribute(
                "registered",
                parties.ofLoan(loan.number()).stream()
                        .map(party -> new Person(
                                party,
                                Optional.ofNullable(party.mobile())
                                        .map(mobile -> Masked.of(mobile).shown())
                                        .orElse(null)))
                        .toList());
        model.addAttribute(
                "manager",
                Optional.ofNullable(loan.managerNumber())
                        .flatMap(staff::findByEmployeeNumber)
                        .map(StaffMember::name)
                        .orElse(loan.managerNumber()));
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute("rows", PARTIES);
        model.addAttribute("roles", List.of(PartyRole.values()));
        return "desk/loan";
    }

    /** Rows where something stands but no name, and roles that do not exist. */
    private static Map<String, String> incomplete(Map<String, String> typed) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (int row = 0; row < PARTIES; row++) {
            int here = row;
            boolean anything = Stream.of("residentId-", "mobile-", "spouseOf-")
                    .anyMatch(field -> !typed.getOrDefault(field + here, "").isBlank());
            boolean named = !typed.getOrDefault("name-" + row, "").isBlank();
            if (anything && !named) {
                wrong.put("name-" + row, "name-missing");
            }
            if (named && role(typed, row).isEmpty()) {
                wrong.put("role-" + row, "choice-unknown");
            }
        }
        return wrong;
    }

    /** Problems at the rows of the page: rows without a name were not sent on. */
    private static Map<String, String> placed(List<FieldProblem> problems, Map<String, String> typed) {
        List<Integer> rows = named(typed);
        Map<String, String> wrong = new LinkedHashMap<>();
        for (FieldProblem problem : problems) {
            Matcher field = FIELD.matcher(problem.field());
            String place =
                    field.matches() ? field.group(2) + "-" + rows.get(Integer.parseInt(field.group(1))) : "name-0";
            wrong.putIfAbsent(place, problem.problem());
        }
        return wrong;
    }

    private static List<Integer> named(Map<String, String> typed) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < PARTIES; row++) {
            if (!typed.getOrDefault("name-" + row, "").isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<NewParty> entered(Map<String, String> typed) {
        return named(typed).stream()
                .map(row -> new NewParty(
                        role(typed, row).orElseThrow(),
                        typed.getOrDefault("name-" + row, "").strip(),
                        blank(typed.get("residentId-" + row)),
                        blank(typed.get("mobile-" + row)),
                        null,
                        blank(typed.get("spouseOf-" + row)),
                        false))
                .toList();
    }

    private static Optional<PartyRole> role(Map<String, String> typed, int row) {
        return Stream.of(PartyRole.values())
                .filter(role -> role.name().equals(typed.get("role-" + row)))
                .findFirst();
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

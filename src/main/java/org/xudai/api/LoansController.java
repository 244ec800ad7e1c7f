package org.xudai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xudai.access.Act;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.PageKey;
import org.xudai.loanbook.ContractState;
import org.xudai.loanbook.Loan;
import org.xudai.loanbook.LoanBook;
import org.xudai.loanbook.LoanQuery;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** The loan book. */
@RestController
@RequestMapping("/api/v1/loans")
@Tag(name = "Loan book")
class LoansController {

    private final LoanBook loans;
    private final Renewals renewals;
    private final CaseDoor door;

    LoansController(LoanBook loans, Renewals renewals, CaseDoor door) {
        this.loans = loans;
        this.renewals = renewals;
        this.door = door;
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record LoanAnswer(
            String loanNumber,
            String borrower,
            String creditCode,
            String product,
            boolean secured,
            BigDecimal amount,
            BigDecimal balance,
            LocalDate maturityDate,
            @Nullable LocalDate whitelistEnd,
            String branch,
            ContractState contract,
            @Nullable String openCase) {}

    record ContractEntry(
            @Nullable ContractState state, @Nullable String number) {}

    @Operation(summary = "Loans by maturity, soonest first")
    @GetMapping
    ListAnswer<LoanAnswer> search(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate maturingBefore,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String branch,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return ListAnswer.of(
                loans.search(new LoanQuery(
                        door.scope(),
                        Parameters.branch(branch),
                        Parameters.day("maturingBefore", maturingBefore),
                        q,
                        Parameters.page(page),
                        Parameters.size(size),
                        Parameters.after(after, PageKey.Kind.DAY, PageKey.Kind.TEXT))),
                this::answer);
    }

    @Operation(summary = "One loan")
    @GetMapping("/{loanNumber}")
    LoanAnswer loan(@PathVariable String loanNumber) {
        return answer(find(loanNumber));
    }

    @Operation(summary = "Notes what became of the new contract of a renewed loan")
    @PostMapping("/{loanNumber}/contract")
    LoanAnswer contract(@PathVariable String loanNumber, @RequestBody ContractEntry entry) {
        StaffMember by = door.require(Act.NOTE_CONTRACTS);
        Loan loan = find(loanNumber);
        ContractState state = entry.state();
        if (state == null) {
            throw Parameters.missing("state");
        }
        if (loan.contract() == ContractState.NONE) {
            throw new ProblemException(HttpStatus.CONFLICT, "contract-not-due");
        }
        String number = Parameters.text("number", entry.number());
        if (state == ContractState.SIGNED && number == null) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "contract-number-missing")
                    .with(List.of(new FieldProblem("number", "missing", "")));
        }
        loans.setContract(loan.number(), state, number, Actor.staff(by.id()));
        return answer(find(loanNumber));
    }

    private Loan find(String number) {
        return Parameters.loan(number)
                .flatMap(loans::find)
                .filter(loan -> door.may(Act.READ_LOANS, loan.branch()))
                .orElseThrow(ProblemException::notFound);
    }

    private LoanAnswer answer(Loan loan) {
        return new LoanAnswer(
                loan.number().value(),
                loan.borrower().name(),
                loan.borrower().creditCode().value(),
                loan.product(),
                loan.secured(),
                loan.amount().amount(),
                loan.balance().amount(),
                loan.maturesOn(),
                loan.whitelistEnd(),
                loan.branch().value(),
                loan.contract(),
                renewals.openCaseOf(loan.number()).map(CaseNumber::value).orElse(null));
    }
}

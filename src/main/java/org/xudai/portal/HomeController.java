package org.xudai.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.loanbook.ContractState;
import org.xudai.loanbook.Loan;
import org.xudai.loanbook.LoanBook;
import org.xudai.loanbook.Whitelist;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.Deadlines;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;

/** Home: the task list while there is something to hand in, afterwards how the case stands. */
@Controller
class HomeController {

    private final MyCase mine;
    private final TaskRows rows;
    private final Renewals renewals;
    private final LoanBook loans;
    private final Whitelist whitelist;
    private final Receipts receipts;
    private final BusinessCalendar calendar;

    HomeController(
            MyCase mine,
            TaskRows rows,
            Renewals renewals,
            LoanBook loans,
            Whitelist whitelist,
            Receipts receipts,
            BusinessCalendar calendar) {
        this.mine = mine;
        this.rows = rows;
        this.renewals = renewals;
        this.loans = loans;
        this.whitelist = whitelist;
        this.receipts = receipts;
        this.calendar = calendar;
    }

    /**
     * Time left.
     *
     * @param days days until the day
     * @param by the day
     * @param last whether no normal time is left and the day is the hard stop itself
     * @param stopAt the hard stop
     */
    record TimeLeft(long days, LocalDate by, boolean last, Instant stopAt) {}

    @GetMapping("/my")
    String home(Model model) {
        RenewalCase renewal = mine.renewal();
        model.addAttribute("renewal", renewal);
        model.addAttribute("me", mine.me());
        model.addAttribute("loan", loan(renewal));
        return renewal.state() == CaseState.COLLECTING ? tasks(renewal, model) : state(renewal, model);
    }

    private String tasks(RenewalCase renewal, Model model) {
        List<TaskRow> all = rows.of(renewal);
        List<TaskRow> open = all.stream().filter(TaskRow::isOpen).toList();
        boolean looking = all.stream().anyMatch(row -> row.state() == TaskRow.State.LOOKING);
        model.addAttribute("open", open);
        model.addAttribute("rest", all.stream().filter(row -> !row.isOpen()).toList());
        model.addAttribute("pending", looking);
        model.addAttribute(
                "submittable", open.isEmpty() && !looking && mine.me().seesAll());
        model.addAttribute(
                "left",
                Optional.ofNullable(renewal.deadlines()).map(this::timeLeft).orElse(null));
        return "portal/home";
    }

    private TimeLeft timeLeft(Deadlines deadlines) {
        LocalDate stop = LocalDate.ofInstant(deadlines.hardStopAt(), calendar.zone());
        LocalDate normal = deadlines.lastNormalDay();
        boolean last = calendar.daysUntil(normal) < 0;
        LocalDate by = last ? stop : normal;
        return new TimeLeft(Math.max(0, calendar.daysUntil(by)), by, last, deadlines.hardStopAt());
    }

    private String state(RenewalCase renewal, Model model) {
        Loan loan = loan(renewal);
        model.addAttribute("signed", loan.contract() == ContractState.SIGNED);
        model.addAttribute("validity", validity(renewal, loan));
        model.addAttribute(
                "terms",
                renewal.state() == CaseState.AWAITING_TERMS
                        ? renewals.offeredTerms(renewal.number()).orElse(null)
                        : null);
        model.addAttribute("receipt", renewal.submittedAt() == null ? null : receipts.of(renewal));
        return "portal/state";
    }

    private Whitelist.@Nullable Validity validity(RenewalCase renewal, Loan loan) {
        return renewal.state() == CaseState.RENEWED
                ? whitelist.renewalOf(renewal.number(), loan.number()).orElse(null)
                : null;
    }

    private Loan loan(RenewalCase renewal) {
        return loans.find(renewal.loans().get(0)).orElseThrow();
    }
}

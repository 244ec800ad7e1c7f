package org.xudai.retention;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.dossier.OneNode;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.OutsideSystemAway;
import org.xudai.loanbook.SettledLoans;
import org.xudai.renewal.EndedCase;
import org.xudai.renewal.EndedCases;

/** Looks at the clocks and erases what has run out; one node of all is at it. */
@Component
class ErasureRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureRounds.class);
    private static final int PAGE = 100;

    private final EndedCases cases;
    private final SettledLoans loans;
    private final RetentionClocks clocks;
    private final HoldTable holds;
    private final ErasureTable erasures;
    private final CaseErasure caseErasure;
    private final BorrowerErasure borrowerErasure;
    private final DraftErasure draftErasure;
    private final ReportErasure reportErasure;
    private final StackErasure stackErasure;
    private final RetentionSettings settings;
    private final BusinessCalendar calendar;
    private final OneNode oneNode;

    ErasureRounds(
            EndedCases cases,
            SettledLoans loans,
            RetentionClocks clocks,
            HoldTable holds,
            ErasureTable erasures,
            CaseErasure caseErasure,
            BorrowerErasure borrowerErasure,
            DraftErasure draftErasure,
            ReportErasure reportErasure,
            StackErasure stackErasure,
            RetentionSettings settings,
            BusinessCalendar calendar,
            OneNode oneNode) {
        this.cases = cases;
        this.loans = loans;
        this.clocks = clocks;
        this.holds = holds;
        this.erasures = erasures;
        this.caseErasure = caseErasure;
        this.borrowerErasure = borrowerErasure;
        this.draftErasure = draftErasure;
        this.reportErasure = reportErasure;
        this.stackErasure = stackErasure;
        this.settings = settings;
        this.calendar = calendar;
        this.oneNode = oneNode;
    }

    /** One round, where no other node is at it. */
    @Scheduled(fixedDelayString = "${xudai.retention.every:1h}", initialDelayString = "${xudai.retention.every:1h}")
    void round() {
        oneNode.run("retention.erase", () -> {
            loans.note(calendar.today());
            if (!settings.erases()) {
                return;
            }
            try {
                goOn();
                Stream.of(RetentionClock.RENEWED, RetentionClock.REFUSED, RetentionClock.ABANDONED)
                        .forEach(this::eraseCases);
                draftErasure.erase(settings.atOnce());
                reportErasure.erase(settings.atOnce());
                stackErasure.erase(settings.atOnce());
                eraseBorrowers();
            } catch (OutsideSystemAway e) {
                LOG.warn("erasing goes on in the next round: {}", e.getMessage());
            }
        });
    }

    /** Ends what was broken off. */
    private void goOn() {
        for (Erasure begun : erasures.underWay(settings.atOnce())) {
            alone(begun.subject(), () -> {
                caseErasure.finish(begun);
                return true;
            });
        }
    }

    private void eraseCases(RetentionClock clock) {
        int erased = 0;
        EndedCases.Place after = null;
        List<EndedCase> page = page(clock, after);
        while (!page.isEmpty() && erased < settings.atOnce()) {
            Set<CaseNumber> held =
                    holds.amongst(page.stream().map(EndedCase::number).toList());
            for (EndedCase ended : page) {
                boolean due = !held.contains(ended.number())
                        && clocks.of(ended).filter(clocks::hasRunOut).isPresent();
                if (due && erased < settings.atOnce() && alone(ended.number().value(), () -> erase(ended.number()))) {
                    erased++;
                }
            }
            EndedCase last = page.get(page.size() - 1);
            after = new EndedCases.Place(last.endedAt(), last.number().value());
            page = page(clock, after);
        }
        if (erased > 0) {
            LOG.info("{} cases were erased: {}", erased, clock);
        }
    }

    private List<EndedCase> page(RetentionClock clock, EndedCases.@Nullable Place after) {
        return cases.until(
                RetentionPlan.statesOf(clock),
                calendar.at(clocks.mayHaveRunOutSince(clock).plusDays(1), LocalTime.MIDNIGHT),
                after,
                PAGE);
    }

    private boolean erase(CaseNumber number) {
        var begun = caseErasure.begin(number);
        begun.ifPresent(caseErasure::finish);
        return begun.isPresent();
    }

    private void eraseBorrowers() {
        int erased = 0;
        String after = "";
        List<SettledLoans.SettledBorrower> page = borrowers(after);
        while (!page.isEmpty() && erased < settings.atOnce()) {
            Set<String> needed = Set.copyOf(cases.withCases(page.stream()
                    .map(SettledLoans.SettledBorrower::customerNumber)
                    .collect(Collectors.toSet())));
            for (SettledLoans.SettledBorrower borrower : page) {
                String customer = borrower.customerNumber();
                boolean due = !needed.contains(customer) && clocks.hasRunOut(clocks.ofBorrower(borrower.settledOn()));
                if (due && erased < settings.atOnce() && alone("a borrower", () -> borrowerErasure.erase(customer))) {
                    erased++;
                }
            }
            after = page.get(page.size() - 1).customerNumber();
            page = borrowers(after);
        }
        if (erased > 0) {
            LOG.info("{} borrowers were erased", erased);
        }
    }

    private List<SettledLoans.SettledBorrower> borrowers(String after) {
        return loans.until(clocks.mayHaveRunOutSince(RetentionClock.BORROWER), after, PAGE);
    }

    /** One that cannot be erased does not keep the others; a system that is away keeps all. */
    private static boolean alone(String what, BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (OutsideSystemAway e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{} cannot be erased; it is tried again in the next round", what, e);
            return false;
        }
    }
}

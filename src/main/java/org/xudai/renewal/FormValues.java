package org.xudai.renewal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xudai.access.Branches;
import org.xudai.access.StaffDirectory;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Masked;
import org.xudai.loanbook.Loan;
import org.xudai.loanbook.LoanBook;
import org.xudai.loanbook.Party;
import org.xudai.loanbook.PartyRole;

/** What the bank fills its forms with, by the names that form descriptors bind to. */
@Component
class FormValues {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final int LISTED = 5;

    private final CaseTable cases;
    private final LoanBook loans;
    private final CaseParties parties;
    private final Branches branches;
    private final StaffDirectory staff;
    private final BusinessCalendar calendar;
    private final RenewalSettings settings;
    private final MessageSource texts;

    FormValues(
            CaseTable cases,
            LoanBook loans,
            CaseParties parties,
            Branches branches,
            StaffDirectory staff,
            BusinessCalendar calendar,
            RenewalSettings settings,
            MessageSource texts) {
        this.cases = cases;
        this.loans = loans;
        this.parties = parties;
        this.branches = branches;
        this.staff = staff;
        this.calendar = calendar;
        this.settings = settings;
        this.texts = texts;
    }

    Map<String, String> of(CaseNumber number) {
        RenewalCase renewal = cases.get(number);
        Loan loan = loans.find(renewal.loans().get(0)).orElseThrow();
        Map<String, String> values = new HashMap<>();
        values.put("case.number", number.value());
        values.put("today", DAY.format(calendar.today()));
        values.put("bank.name", settings.bank());
        ofBorrower(values, loan);
        ofLoan(values, loan, renewal);
        ofPeople(values, number);
        branches.find(renewal.branch()).ifPresent(branch -> {
            values.put("branch.name", branch.name());
            values.put("branch.phone", branch.phone());
            values.put("branch.address", branch.address());
        });
        staff.find(renewal.lead()).ifPresent(officer -> {
            values.put("officer.name", officer.name());
            values.put("officer.phone", officer.phone());
        });
        return values;
    }

    private static void ofBorrower(Map<String, String> values, Loan loan) {
        values.put("borrower.name", loan.borrower().name());
        values.put("borrower.creditCode", loan.borrower().creditCode().value());
        values.put("borrower.size", loan.borrower().size().chinese());
        values.put("borrower.customerNumber", loan.borrower().customerNumber());
    }

    private static void ofLoan(Map<String, String> values, Loan loan, RenewalCase renewal) {
        values.put("loan.number", renewal.loans().stream().map(n -> n.value()).collect(Collectors.joining("、")));
        values.put("loan.contractNumber", "");
        values.put("loan.product", loan.product());
        values.put("loan.amount", loan.amount().grouped());
        values.put("loan.amountInCapitals", loan.amount().inCapitals());
        values.put("loan.balance", renewal.balance().grouped());
        values.put("loan.balanceInCapitals", renewal.balance().inCapitals());
        values.put("loan.rate", loan.annualRate().stripTrailingZeros().toPlainString());
        values.put("loan.issuedOn", DAY.format(loan.issuedOn()));
        values.put("loan.maturesOn", DAY.format(loan.maturesOn()));
        values.put("loan.termMonths", Integer.toString(loan.termMonths()));
        values.put("whitelist.end", day(loan.whitelistEnd()));
    }

    private void ofPeople(Map<String, String> values, CaseNumber number) {
        List<Party> all = parties.of(number);
        with(all, PartyRole.SIGNER).findFirst().ifPresent(signer -> {
            values.put("signer.name", signer.name());
            if (signer.residentId() != null) {
                values.put("signer.residentId", signer.residentId().value());
                values.put(
                        "signer.residentIdMasked",
                        Masked.of(signer.residentId()).toString());
            }
        });
        with(all, PartyRole.CONTACT).findFirst().ifPresent(contact -> {
            values.put("contact.name", contact.name());
            if (contact.residentId() != null) {
                values.put("contact.residentId", contact.residentId().value());
            }
        });
        List<Party> security = all.stream()
                .filter(party -> party.is(PartyRole.GUARANTOR) || party.is(PartyRole.MORTGAGOR))
                .toList();
        values.put("guarantors.names", security.stream().map(Party::name).collect(Collectors.joining("、")));
        String kind = security.isEmpty()
                ? "none"
                : security.stream().anyMatch(party -> party.is(PartyRole.MORTGAGOR)) ? "mortgage" : "guarantee";
        values.put("security.kind", texts.getMessage("security." + kind, null, Locale.SIMPLIFIED_CHINESE));
        list(values, "guarantor", security);
        list(values, "shareholder", with(all, PartyRole.SHAREHOLDER).toList());
    }

    private static Stream<Party> with(List<Party> all, PartyRole role) {
        return all.stream().filter(party -> party.is(role));
    }

    private static void list(Map<String, String> values, String who, List<Party> people) {
        for (int i = 0; i < Math.min(LISTED, people.size()); i++) {
            values.put(who + "." + (i + 1) + ".name", people.get(i).name());
        }
    }

    /** A day as it is written on paper. */
    static String written(LocalDate day) {
        return DAY.format(day);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}

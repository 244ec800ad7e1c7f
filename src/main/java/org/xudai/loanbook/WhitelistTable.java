package org.xudai.loanbook;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.audit.Actor;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;

/** The whitelist in the database. */
@Component
class WhitelistTable implements Whitelist {

    private final JdbcClient jdbc;
    private final BusinessCalendar calendar;
    private final LoanBookSettings settings;
    private final ApplicationEventPublisher events;

    WhitelistTable(
            JdbcClient jdbc, BusinessCalendar calendar, LoanBookSettings settings, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.settings = settings;
        this.events = events;
    }

    @Override
    public Validity nextValidity(LoanNumber loan) {
        LocalDate today = calendar.today();
        LocalDate from = jdbc.sql("select valid_until from whitelist_entry where loan_number = ?")
                .param(loan.value())
                .query((row, number) -> row.getDate(1).toLocalDate().plusDays(1))
                .optional()
                .filter(day -> day.isAfter(today))
                .orElse(today);
        return new Validity(from, from.plus(settings.validity()).minusDays(1));
    }

    @Override
    @Transactional
    public void recordRenewal(
            CaseNumber caseNumber, LoanNumber loan, Validity validity, String coreReference, Actor by) {
        int written = jdbc.sql("""
                        insert into whitelist_renewal values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        caseNumber.value(),
                        loan.value(),
                        Date.valueOf(validity.from()),
                        Date.valueOf(validity.until()),
                        coreReference,
                        Timestamp.from(calendar.now()))
                .update();
        if (written == 0) {
            return;
        }
        jdbc.sql("""
                        insert into whitelist_entry values (?, ?)
                        on conflict (loan_number) do update set valid_until = excluded.valid_until
                        """).params(loan.value(), Date.valueOf(validity.until())).update();
        jdbc.sql("update loan set contract = ? where number = ?")
                .params(ContractState.UNSIGNED.name(), loan.value())
                .update();
        events.publishEvent(new WhitelistRenewed(caseNumber, loan, validity, coreReference, by));
    }

    @Override
    public Optional<Validity> renewalOf(CaseNumber caseNumber, LoanNumber loan) {
        return jdbc.sql("select * from whitelist_renewal where case_number = ? and loan_number = ?")
                .params(caseNumber.value(), loan.value())
                .query((row, number) -> new Validity(
                        row.getDate("valid_from").toLocalDate(),
                        row.getDate("valid_until").toLocalDate()))
                .optional();
    }
}

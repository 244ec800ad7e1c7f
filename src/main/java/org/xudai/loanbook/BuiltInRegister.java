package org.xudai.loanbook;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;

/** The register of a bank that keeps its whitelist here: no core system is configured. */
class BuiltInRegister implements CoreBanking {

    private final JdbcClient jdbc;
    private final Clock clock;

    BuiltInRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer renewEntry(CaseNumber caseNumber, LoanNumber loan, LocalDate validFrom, LocalDate validUntil) {
        String key = caseNumber + "/" + loan;
        jdbc.sql("insert into register_entry values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        key,
                        loan.value(),
                        Date.valueOf(validFrom),
                        Date.valueOf(validUntil),
                        "REG-" + caseNumber.digits(),
                        Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("select * from register_entry where idempotency_key = ?")
                .param(key)
                .query((row, number) -> new Renewed(
                        row.getString("reference"),
                        row.getDate("valid_from").toLocalDate(),
                        row.getDate("valid_until").toLocalDate()))
                .single();
    }
}

package org.xudai.nodes;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.xudai.testing.LoanRows;
import org.xudai.testing.MovableClock;

/** Loans that the rules allow today: nodes have no clock but the real one. */
final class Loan {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Loan() {}

    static LoanRows eligible() {
        LocalDate start = MovableClock.START.atZone(SHANGHAI).toLocalDate();
        int since = (int) ChronoUnit.DAYS.between(
                start, Clock.systemUTC().instant().atZone(SHANGHAI).toLocalDate());
        return LoanRows.eligible().maturingIn(58 + since).entryEndingIn(50 + since);
    }
}

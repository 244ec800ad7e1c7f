package org.xudai.renewal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.notices.NoticeKind;

/** The ends of a case other than the renewal. What is told never gives the bank's internal reasons. */
@Component
class CaseEnding {

    private final CaseTable cases;
    private final CaseMessages messages;

    CaseEnding(CaseTable cases, CaseMessages messages) {
        this.cases = cases;
        this.messages = messages;
    }

    void refuse(CaseNumber number, CaseSteps.ExceptionCause cause) {
        boolean neverStarted =
                cause == CaseSteps.ExceptionCause.NOT_ELIGIBLE || cause == CaseSteps.ExceptionCause.TOO_LATE;
        end(
                number,
                neverStarted ? CaseState.NOT_ELIGIBLE : CaseState.REFUSED,
                neverStarted ? NoticeKind.NOT_ELIGIBLE : NoticeKind.REFUSED);
    }

    void withdrawn(CaseNumber number) {
        end(number, CaseState.WITHDRAWN, NoticeKind.WITHDRAWN);
    }

    void settled(CaseNumber number) {
        end(number, CaseState.SETTLED, NoticeKind.SETTLED);
    }

    void lapsed(CaseNumber number) {
        end(number, CaseState.LAPSED, NoticeKind.LAPSED);
    }

    private void end(CaseNumber number, CaseState state, NoticeKind told) {
        cases.move(number, state);
        messages.tellBorrower(number, told, "ended", new CaseMessages.Details(List.of(), null, null));
    }
}

package org.xudai.renewal.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;
import org.xudai.renewal.HumanTaskKind;

/** The moments the timers of the diagram wait for. */
@Component("renewalMoments")
public class RenewalMoments {

    private final CaseSteps steps;

    RenewalMoments(CaseSteps steps) {
        this.steps = steps;
    }

    public Date reminder(DelegateExecution execution, int which) {
        return Date.from(steps.reminderAt(CaseOfExecution.of(execution), which));
    }

    public Date escalation(DelegateExecution execution) {
        return Date.from(steps.escalateAt(CaseOfExecution.of(execution)));
    }

    public Date hardStop(DelegateExecution execution) {
        return Date.from(steps.hardStopAt(CaseOfExecution.of(execution)));
    }

    /** When a task that comes up now is due. */
    public Date due(String task) {
        return Date.from(steps.dueAt(HumanTaskKind.valueOf(task)));
    }
}

package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_PlanDeadlines}: plans the moments of the case. */
@Component
class PlanDeadlinesDelegate implements JavaDelegate {

    private final CaseSteps steps;

    PlanDeadlinesDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean enough = steps.planDeadlines(CaseOfExecution.of(execution));
        execution.setVariable(RenewalVariables.TIME_ENOUGH, enough);
        if (!enough) {
            execution.setVariable(RenewalVariables.EXCEPTION_CAUSE, CaseSteps.ExceptionCause.TOO_LATE.name());
        }
    }
}

package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_CloseOverdueCase}: ends an overdue case. */
@Component
class CloseOverdueCaseDelegate implements JavaDelegate {

    private final CaseSteps steps;

    CloseOverdueCaseDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.closeOverdue(CaseOfExecution.of(execution));
    }
}

package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_ExtendDeadline}: gives an overdue case a new hard stop. */
@Component
class ExtendDeadlineDelegate implements JavaDelegate {

    private final CaseSteps steps;

    ExtendDeadlineDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.extendDeadline(CaseOfExecution.of(execution));
    }
}

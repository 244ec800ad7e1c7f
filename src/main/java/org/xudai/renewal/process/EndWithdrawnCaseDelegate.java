package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_EndWithdrawnCase}: ends a withdrawn case. */
@Component
class EndWithdrawnCaseDelegate implements JavaDelegate {

    private final CaseSteps steps;

    EndWithdrawnCaseDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.endWithdrawn(CaseOfExecution.of(execution));
    }
}

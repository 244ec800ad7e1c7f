package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_EndSettledCase}: ends the case of a settled loan. */
@Component
class EndSettledCaseDelegate implements JavaDelegate {

    private final CaseSteps steps;

    EndSettledCaseDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.endSettled(CaseOfExecution.of(execution));
    }
}

package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_TellRefusal}: tells the borrower and ends the case. */
@Component
class TellRefusalDelegate implements JavaDelegate {

    private final CaseSteps steps;

    TellRefusalDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String cause = (String) execution.getVariable(RenewalVariables.EXCEPTION_CAUSE);
        steps.tellRefusal(CaseOfExecution.of(execution), CaseSteps.ExceptionCause.valueOf(cause));
    }
}

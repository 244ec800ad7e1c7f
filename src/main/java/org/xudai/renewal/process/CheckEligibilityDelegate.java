package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_CheckEligibility}: asks the rules whether the loan may be renewed. */
@Component
class CheckEligibilityDelegate implements JavaDelegate {

    private final CaseSteps steps;

    CheckEligibilityDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean eligible = steps.checkEligibility(CaseOfExecution.of(execution));
        execution.setVariable(RenewalVariables.ELIGIBLE, eligible);
        if (!eligible) {
            execution.setVariable(RenewalVariables.EXCEPTION_CAUSE, CaseSteps.ExceptionCause.NOT_ELIGIBLE.name());
        }
    }
}

package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_RecheckEligibility}: asks the rules again, on fresh data. */
@Component
class RecheckEligibilityDelegate implements JavaDelegate {

    private final CaseSteps steps;

    RecheckEligibilityDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(RenewalVariables.STILL_ELIGIBLE, steps.recheckEligibility(CaseOfExecution.of(execution)));
    }
}

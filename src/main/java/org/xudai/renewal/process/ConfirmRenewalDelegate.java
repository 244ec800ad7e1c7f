package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_ConfirmRenewal}: tells the borrower, and by when the new contract has to be signed. */
@Component
class ConfirmRenewalDelegate implements JavaDelegate {

    private final CaseSteps steps;

    ConfirmRenewalDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.confirmRenewal(CaseOfExecution.of(execution));
    }
}

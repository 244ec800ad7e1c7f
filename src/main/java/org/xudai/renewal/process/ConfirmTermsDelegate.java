package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_ConfirmTerms}: offers changed terms to the signer before the process waits for him. */
@Component
class ConfirmTermsDelegate implements JavaDelegate {

    private final CaseSteps steps;

    ConfirmTermsDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.offerTerms(CaseOfExecution.of(execution));
    }
}

package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_BeginRenewal}: closes the door for withdrawals. */
@Component
class BeginRenewalDelegate implements JavaDelegate {

    private final CaseSteps steps;

    BeginRenewalDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.beginRenewal(CaseOfExecution.of(execution));
    }
}

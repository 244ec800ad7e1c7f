package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_SetControlLevel}: asks the rules how many people have to look. */
@Component
class SetControlLevelDelegate implements JavaDelegate {

    private final CaseSteps steps;

    SetControlLevelDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(RenewalVariables.CO_INVESTIGATION, steps.setControlLevel(CaseOfExecution.of(execution)));
    }
}

package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_InviteParties}: sends each party his link. */
@Component
class InvitePartiesDelegate implements JavaDelegate {

    private final CaseSteps steps;

    InvitePartiesDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.inviteParties(CaseOfExecution.of(execution));
    }
}

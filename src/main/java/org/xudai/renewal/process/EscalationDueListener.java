package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code StartEvent_EscalationDue}: notes the escalation; the gateway after it asks whether it is the case's first. */
@Component
class EscalationDueListener implements ExecutionListener {

    private final CaseSteps steps;

    EscalationDueListener(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateExecution execution) {
        execution.setVariable(RenewalVariables.FIRST_ESCALATION, steps.noteEscalation(CaseOfExecution.of(execution)));
    }
}

package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_SendReminder}: reminds the borrower. */
@Component
class SendReminderDelegate implements JavaDelegate {

    private final CaseSteps steps;

    SendReminderDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.sendReminder(CaseOfExecution.of(execution));
    }
}

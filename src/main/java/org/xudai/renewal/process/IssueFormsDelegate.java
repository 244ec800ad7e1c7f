package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_IssueForms}: makes the checklist and the forms. */
@Component
class IssueFormsDelegate implements JavaDelegate {

    private final CaseSteps steps;

    IssueFormsDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.issueForms(CaseOfExecution.of(execution));
    }
}

package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_EscalateReview}: tells the branch head of a review over its time. */
@Component
class EscalateReviewDelegate implements JavaDelegate {

    private final CaseSteps steps;

    EscalateReviewDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.escalateReview(CaseOfExecution.of(execution));
    }
}

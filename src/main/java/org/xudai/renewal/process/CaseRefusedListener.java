package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code BoundaryEvent_CaseRefused}: the bank refused, which is what the borrower is told next. */
@Component
class CaseRefusedListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        execution.setVariable(RenewalVariables.EXCEPTION_CAUSE, CaseSteps.ExceptionCause.CASE_REFUSED.name());
    }
}

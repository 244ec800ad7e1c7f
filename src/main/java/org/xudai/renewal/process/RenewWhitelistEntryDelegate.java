package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_RenewWhitelistEntry}: renews the entry through the core system; its refusal is a turn the diagram shows. */
@Component
class RenewWhitelistEntryDelegate implements JavaDelegate {

    /** Code of the error that the diagram catches. */
    static final String CORE_REFUSED = "CORE_REFUSED";

    private final CaseSteps steps;

    RenewWhitelistEntryDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.renewEntry(CaseOfExecution.of(execution)).ifPresent(reason -> {
            execution.setVariable(RenewalVariables.EXCEPTION_CAUSE, CaseSteps.ExceptionCause.CORE_REFUSED.name());
            throw new BpmnError(CORE_REFUSED);
        });
    }
}

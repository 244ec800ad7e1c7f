package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_SealDossier}: makes the evidence box. */
@Component
class SealDossierDelegate implements JavaDelegate {

    private final CaseSteps steps;

    SealDossierDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.sealDossier(CaseOfExecution.of(execution));
    }
}

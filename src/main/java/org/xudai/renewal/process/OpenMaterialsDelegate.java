package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;

/** {@code Task_OpenMaterials}: opens the checklist or named lines of it. */
@Component
class OpenMaterialsDelegate implements JavaDelegate {

    private final CaseSteps steps;

    OpenMaterialsDelegate(CaseSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.openMaterials(CaseOfExecution.of(execution));
    }
}

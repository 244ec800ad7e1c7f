package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xudai.intake.Intake;
import org.xudai.kernel.DocumentId;

/** {@code Task_InspectDocument}: inspects an upload. */
@Component
class InspectDocumentDelegate implements JavaDelegate {

    private final Intake intake;

    InspectDocumentDelegate(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        intake.inspect(DocumentId.of((String) execution.getVariable(RenewalVariables.DOCUMENT_ID)));
    }
}

package org.xudai.renewal.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xudai.intake.DocumentReceived;

/** Starts a {@code DocumentInspectionProcess} for each upload, in the upload's transaction. */
@Component
class InspectionStart {

    static final String PROCESS = "DocumentInspectionProcess";

    private final RuntimeService runtime;

    InspectionStart(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(DocumentReceived received) {
        runtime.startProcessInstanceByKey(
                PROCESS,
                received.caseNumber().value(),
                Map.of(RenewalVariables.DOCUMENT_ID, received.document().id().toString()));
    }
}

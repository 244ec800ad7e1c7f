package org.xudai.renewal.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xudai.intake.DocumentReceived;
import org.xudai.tracing.Spans;

/** Starts a {@code DocumentInspectionProcess} for each upload, in the upload's transaction. */
@Component
class InspectionStart {

    static final String PROCESS = "DocumentInspectionProcess";

    private final RuntimeService runtime;
    private final Spans spans;

    InspectionStart(RuntimeService runtime, Spans spans) {
        this.runtime = runtime;
        this.spans = spans;
    }

    @EventListener
    void on(DocumentReceived received) {
        Map<String, Object> variables = new HashMap<>(EngineCaseProcess.origin(spans, received.caseNumber()));
        variables.put(RenewalVariables.DOCUMENT_ID, received.document().id().toString());
        runtime.startProcessInstanceByKey(PROCESS, received.caseNumber().value(), variables);
    }
}

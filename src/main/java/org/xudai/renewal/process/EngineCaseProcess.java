package org.xudai.renewal.process;

import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.CaseProcess;
import org.xudai.tracing.Spans;

/** {@code LoanRenewalProcess} in the engine; its business key is the case number. */
@Component
class EngineCaseProcess implements CaseProcess {

    static final String PROCESS = "LoanRenewalProcess";

    private final RuntimeService runtime;
    private final HistoryService history;

    private final Spans spans;

    EngineCaseProcess(RuntimeService runtime, HistoryService history, Spans spans) {
        this.runtime = runtime;
        this.history = history;
        this.spans = spans;
    }

    /** The variable that leads a trace from what moves a case to the steps that follow; none where nothing is recorded. */
    static Map<String, Object> origin(Spans spans, CaseNumber caseNumber) {
        String origin = spans.origin(caseNumber);
        return origin == null ? Map.of() : Map.of(RenewalVariables.TRACE_PARENT, origin);
    }

    @Override
    public void start(CaseNumber caseNumber) {
        runtime.startProcessInstanceByKey(PROCESS, caseNumber.value(), origin(spans, caseNumber));
    }

    @Override
    public boolean awaits(CaseNumber caseNumber, Message message) {
        return runtime.createExecutionQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKey(caseNumber.value())
                        .messageEventSubscriptionName(message.id())
                        .count()
                > 0;
    }

    @Override
    public void tell(CaseNumber caseNumber, Message message) {
        try {
            runtime.createMessageCorrelation(message.id())
                    .processInstanceBusinessKey(caseNumber.value())
                    .setVariables(origin(spans, caseNumber))
                    .correlate();
        } catch (OptimisticLockingException | ProcessEnginePersistenceException e) {
            throw new OptimisticLockingFailureException("case " + caseNumber + " moved at the same moment", e);
        }
    }

    @Override
    public void forget(CaseNumber caseNumber) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber.value())
                .list()
                .forEach(running -> runtime.deleteProcessInstance(running.getId(), "erased", true, true, true, true));
        history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber.value())
                .list()
                .forEach(ended -> forget(ended.getId()));
    }

    private void forget(String instance) {
        history.createUserOperationLogQuery()
                .processInstanceId(instance)
                .list()
                .forEach(entry -> history.deleteUserOperationLogEntry(entry.getId()));
        history.createHistoricDecisionInstanceQuery()
                .processInstanceId(instance)
                .list()
                .forEach(decision -> history.deleteHistoricDecisionInstanceByInstanceId(decision.getId()));
        history.deleteHistoricProcessInstanceIfExists(instance);
    }
}

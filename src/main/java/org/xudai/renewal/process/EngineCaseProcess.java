package org.xudai.renewal.process;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.CaseProcess;

/** {@code LoanRenewalProcess} in the engine; its business key is the case number. */
@Component
class EngineCaseProcess implements CaseProcess {

    static final String PROCESS = "LoanRenewalProcess";

    private final RuntimeService runtime;

    EngineCaseProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void start(CaseNumber caseNumber) {
        runtime.startProcessInstanceByKey(PROCESS, caseNumber.value());
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
                    .correlate();
        } catch (OptimisticLockingException | ProcessEnginePersistenceException e) {
            throw new OptimisticLockingFailureException("case " + caseNumber + " moved at the same moment", e);
        }
    }
}

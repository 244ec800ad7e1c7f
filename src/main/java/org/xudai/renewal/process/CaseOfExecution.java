package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.xudai.kernel.CaseNumber;

/** The business key of a process is its case number. */
final class CaseOfExecution {

    private CaseOfExecution() {}

    static CaseNumber of(DelegateExecution execution) {
        return new CaseNumber(execution.getProcessBusinessKey());
    }
}

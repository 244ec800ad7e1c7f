package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.renewal.CaseSteps;
import org.xudai.renewal.HumanTaskKind;

/** What the gateways of the diagram ask: outcomes come from the decisions in our own tables. */
@Component("renewalGateways")
public class RenewalGateways {

    private final CaseSteps steps;

    RenewalGateways(CaseSteps steps) {
        this.steps = steps;
    }

    /** Outcome of the latest decision on a task, named as in the diagram without {@code Task_}. */
    public String outcome(DelegateExecution execution, String task) {
        return routing(execution).outcome(HumanTaskKind.valueOf(task));
    }

    public String approval(DelegateExecution execution) {
        return routing(execution).approval().name();
    }

    public boolean termsAccepted(DelegateExecution execution) {
        return routing(execution).termsAccepted();
    }

    /** The stage a case goes on from when it enters the subprocess again. */
    public @Nullable String stage(DelegateExecution execution) {
        return routing(execution).stage();
    }

    private CaseSteps.Routing routing(DelegateExecution execution) {
        return steps.routing(CaseOfExecution.of(execution));
    }
}

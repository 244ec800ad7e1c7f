package org.xudai.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.CaseSteps;
import org.xudai.renewal.DecisionRecord;
import org.xudai.renewal.HumanTaskKind;

/**
 * Sits on every human task of the renewal, as built-in listeners that no flag of the engine's API skips. It reports
 * tasks that come and go; and it refuses when a signed-in person leaves a task, by completion or any other way, without
 * a decision of his own on it in this transaction. Where nobody is signed in, a timer or a message moved the process.
 */
@Component
class HumanTaskGuard extends AbstractBpmnParseListener {

    private final ObjectProvider<CaseSteps> steps;
    private final ObjectProvider<DecisionRecord> decisions;

    HumanTaskGuard(ObjectProvider<CaseSteps> steps, ObjectProvider<DecisionRecord> decisions) {
        this.steps = steps;
        this.decisions = decisions;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::opened);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::completed);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, this::deleted);
        ExecutionListener leaving = this::left;
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, leaving);
    }

    private void opened(DelegateTask task) {
        steps.getObject().taskOpened(caseOf(task.getExecution()), kind(task.getTaskDefinitionKey()), task.getId());
    }

    private void completed(DelegateTask task) {
        DelegateExecution execution = task.getExecution();
        requireDecision(execution, task.getId());
        steps.getObject().taskClosed(caseOf(execution), task.getId(), true);
    }

    private void deleted(DelegateTask task) {
        DelegateExecution execution = task.getExecution();
        requireDecision(execution, task.getId());
        steps.getObject().taskClosed(caseOf(execution), task.getId(), false);
    }

    private void left(DelegateExecution execution) {
        String person = person(execution);
        if (person == null) {
            return;
        }
        HumanTaskKind kind = kind(execution.getCurrentActivityId());
        boolean decided = decisions
                .getObject()
                .latest(caseOf(execution), kind)
                .filter(decision -> decision.by().equals(new StaffId(person)))
                .flatMap(decision -> decisions.getObject().inThisTransaction(decision.taskId(), decision.by()))
                .isPresent();
        if (!decided) {
            throw new UndecidedTask(kind, person);
        }
    }

    private void requireDecision(DelegateExecution execution, String taskId) {
        String person = person(execution);
        if (person != null
                && decisions
                        .getObject()
                        .inThisTransaction(taskId, new StaffId(person))
                        .isEmpty()) {
            throw new UndecidedTask(kind(execution.getCurrentActivityId()), person);
        }
    }

    private static @Nullable String person(DelegateExecution execution) {
        return execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication() == null
                ? null
                : execution
                        .getProcessEngineServices()
                        .getIdentityService()
                        .getCurrentAuthentication()
                        .getUserId();
    }

    private static HumanTaskKind kind(String activityId) {
        return HumanTaskKind.valueOf(activityId.substring("Task_".length()));
    }

    private static CaseNumber caseOf(DelegateExecution execution) {
        return CaseOfExecution.of(execution);
    }

    /** Somebody tried to pass a human task without a decision. */
    static final class UndecidedTask extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UndecidedTask(HumanTaskKind kind, String person) {
            super(person + " has not decided on " + kind + " in this transaction");
        }
    }
}

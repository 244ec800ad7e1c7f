package org.xudai.renewal.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.xudai.access.StaffDirectory;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.HumanTasks;
import org.xudai.tracing.Spans;

/** Completes tasks in the engine as the person who decided. */
@Component
class EngineTasks implements HumanTasks {

    private final TaskService tasks;
    private final IdentityService identity;
    private final StaffDirectory staff;

    private final RuntimeService runtime;
    private final Spans spans;

    EngineTasks(
            TaskService tasks, IdentityService identity, StaffDirectory staff, RuntimeService runtime, Spans spans) {
        this.runtime = runtime;
        this.spans = spans;
        this.tasks = tasks;
        this.identity = identity;
        this.staff = staff;
    }

    @Override
    public void complete(String taskId, StaffId by) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new TaskGone(taskId);
        }
        Map<String, Object> origin = origin(task);
        List<String> groups =
                staff.find(by).orElseThrow().roles().stream().map(Enum::name).toList();
        identity.setAuthentication(by.value(), groups);
        try {
            tasks.complete(taskId, origin);
        } catch (OptimisticLockingException | ProcessEnginePersistenceException e) {
            throw new OptimisticLockingFailureException("task " + taskId + " moved at the same moment", e);
        } finally {
            identity.clearAuthentication();
        }
    }

    private Map<String, Object> origin(Task task) {
        if (!spans.areMade()) {
            return Map.of();
        }
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return EngineCaseProcess.origin(spans, new CaseNumber(instance.getBusinessKey()));
    }
}

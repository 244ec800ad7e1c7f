package org.xudai.renewal.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.TaskService;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.xudai.access.StaffDirectory;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.HumanTasks;

/** Completes tasks in the engine as the person who decided. */
@Component
class EngineTasks implements HumanTasks {

    private final TaskService tasks;
    private final IdentityService identity;
    private final StaffDirectory staff;

    EngineTasks(TaskService tasks, IdentityService identity, StaffDirectory staff) {
        this.tasks = tasks;
        this.identity = identity;
        this.staff = staff;
    }

    @Override
    public void complete(String taskId, StaffId by) {
        if (tasks.createTaskQuery().taskId(taskId).count() == 0) {
            throw new TaskGone(taskId);
        }
        List<String> groups =
                staff.find(by).orElseThrow().roles().stream().map(Enum::name).toList();
        identity.setAuthentication(by.value(), groups);
        try {
            tasks.complete(taskId);
        } catch (OptimisticLockingException | ProcessEnginePersistenceException e) {
            throw new OptimisticLockingFailureException("task " + taskId + " moved at the same moment", e);
        } finally {
            identity.clearAuthentication();
        }
    }
}

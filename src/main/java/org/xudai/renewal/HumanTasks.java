package org.xudai.renewal;

import org.xudai.kernel.StaffId;

/** Moves the process on after a decision was written. */
public interface HumanTasks {

    /**
     * Completes a task in the caller's transaction with the engine's user set and cleared around it. The decision row
     * must have been written in the same transaction, else the guard refuses.
     *
     * @throws TaskGone where somebody was faster or the case moved on
     */
    void complete(String taskId, StaffId by);

    /** The task exists no more. */
    class TaskGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TaskGone(String taskId) {
            super("task " + taskId + " is gone");
        }
    }
}

package org.xudai.intake;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import org.xudai.intake.worker.WorkerEnd;
import org.xudai.intake.worker.WorkerPool;

/**
 * Whether files can be opened, for the health page. A node that cannot start a process for them stays ready: it takes
 * uploads, and their verdicts wait.
 */
@Component("inspectionHealthIndicator")
class InspectionHealth implements HealthIndicator {

    private final WorkerPool workers;

    InspectionHealth(WorkerPool workers) {
        this.workers = workers;
    }

    @Override
    public Health health() {
        Health.Builder health = workers.isStartable() ? Health.up() : Health.down();
        return health.withDetail("busy", workers.busy())
                .withDetail("idle", workers.idle())
                .withDetail("killedForTime", workers.ended(WorkerEnd.TIME))
                .withDetail("killedForMemory", workers.ended(WorkerEnd.MEMORY))
                .withDetail("died", workers.ended(WorkerEnd.DIED) + workers.ended(WorkerEnd.GARBLED))
                .build();
    }
}

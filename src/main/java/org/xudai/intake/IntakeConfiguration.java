package org.xudai.intake;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.xudai.intake.worker.WorkerPool;

/** The pool of processes that open files. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeConfiguration.class);

    @Bean
    WorkerPool inspectionWorkers(IntakeSettings settings) {
        return new WorkerPool(InspectWorker.NAME, settings.workerLimits(), Messages.write(settings.limits()));
    }

    /** The first file of the day does not wait for a process to start. */
    @EventListener
    void ready(ApplicationReadyEvent ready) {
        try {
            ready.getApplicationContext().getBean(WorkerPool.class).warmUp();
        } catch (IOException e) {
            LOG.error("no process that opens files can be started", e);
        }
    }
}

package org.xudai.renewal.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;
import org.xudai.tracing.Spans;

/** Where traces are sent, makes a span of each step of a process, named after the step in the diagram. */
@Component
@ConditionalOnExpression("!'${xudai.tracing.endpoint:}'.isEmpty()")
class TracedSteps implements BeanPostProcessor {

    private final ObjectProvider<Spans> spans;

    TracedSteps(ObjectProvider<Spans> spans) {
        this.spans = spans;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof JavaDelegate step) {
            return (JavaDelegate) execution -> trace(step, execution);
        }
        return bean;
    }

    private void trace(JavaDelegate step, DelegateExecution execution) throws Exception {
        String origin = execution.getVariable(RenewalVariables.TRACE_PARENT) instanceof String parent ? parent : null;
        Spans.Step traced = new Spans.Step(
                execution.getCurrentActivityId(),
                CaseOfExecution.of(execution),
                origin,
                Map.of("process.instance", execution.getProcessInstanceId()));
        try (Spans.Open open = spans.getObject().begin(traced)) {
            try {
                step.execute(execution);
            } catch (RuntimeException e) {
                open.failed(e);
                throw e;
            }
        }
    }
}

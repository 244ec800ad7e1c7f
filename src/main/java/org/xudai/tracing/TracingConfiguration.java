package org.xudai.tracing;

import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Traces where a collector is named, and nothing where none is. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(TracingConfiguration.class);

    /** Within the filter that puts the number of a case on every line of the log. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 11;

    @Bean
    FollowedCases followedCases(TracingSettings settings) {
        return new FollowedCases(settings.percent());
    }

    @Bean
    Spans spans(TracingSettings settings, FollowedCases followed, ObjectProvider<SpanExport> export) {
        SpanExport sent = export.getIfAvailable();
        if (sent == null) {
            LOG.info("no traces are made: xudai.tracing.endpoint is not set");
            return new Spans(Tracer.NOOP, followed);
        }
        LOG.info("traces of {} of a hundred cases are sent to {}", settings.percent(), settings.target());
        return new Spans(sent.tracer(), followed);
    }

    /** What there is only with a collector. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!'${xudai.tracing.endpoint:}'.isEmpty()")
    static class Sent {

        @Bean
        SpanExport spanExport(TracingSettings settings, FollowedCases followed) {
            URI target = Objects.requireNonNull(settings.target());
            return new SpanExport(target, settings.timeout(), followed);
        }

        @Bean
        NotedActs notedActs(Spans spans) {
            return new NotedActs(spans);
        }

        @Bean
        FilterRegistrationBean<RequestSpans> requestSpans(SpanExport export) {
            FilterRegistrationBean<RequestSpans> filter =
                    new FilterRegistrationBean<>(new RequestSpans(export.tracer()));
            filter.setOrder(ORDER);
            return filter;
        }
    }
}

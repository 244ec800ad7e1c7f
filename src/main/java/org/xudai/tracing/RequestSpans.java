package org.xudai.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A span for each request, named after its route and never after its address, which may hold a token or what somebody typed. A
 * {@code traceparent} that comes from outside is not taken up: whoever sent it would decide what is recorded here.
 */
final class RequestSpans extends OncePerRequestFilter {

    /** Under which name a line of the log carries the case of an address. */
    private static final String CASE_OF_LINE = "case";

    private static final int FAULT = 500;
    private static final Set<String> LEFT_OUT = Set.of("assets", "webjars", "actuator", "camunda");

    private final Tracer tracer;

    RequestSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return LEFT_OUT.contains(request.getRequestURI().split("/", 3)[1]);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Span span = tracer.spanBuilder()
                .setNoParent()
                .kind(Span.Kind.SERVER)
                .name(request.getMethod())
                .start();
        int status = FAULT;
        Tracer.SpanInScope scope = tracer.withSpan(span);
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            scope.close();
            if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
                span.name(request.getMethod() + " " + route).tag("http.route", route);
            }
            String caseNumber = MDC.get(CASE_OF_LINE);
            if (caseNumber != null) {
                span.tag(Spans.CASE, caseNumber);
            }
            span.tag("http.request.method", request.getMethod()).tag("http.response.status_code", status);
            if (status >= FAULT) {
                span.tag("error.type", Integer.toString(status));
            }
            span.end();
        }
    }
}

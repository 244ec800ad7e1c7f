package org.xudai.tracing;

import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.CaseNumber;

/**
 * Makes spans of what is done for a case. Within a request a step is a part of its trace; what is done later, by a job or from
 * the outbox, is a trace of its own, since days may lie between, linked to the span that asked for it. Both carry the number of
 * the case. Names, ids and codes are all that a span holds; nothing of a person or a message is. Where no collector is named
 * every call is for nothing.
 */
public final class Spans {

    /** Under which name a span carries the number of its case. */
    public static final String CASE = "case.number";

    private static final String ERROR = "error.type";

    /** A recorded span by W3C Trace Context, section 3.2. */
    private static final Pattern ORIGIN = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-01");

    private final Tracer tracer;
    private final FollowedCases followed;
    private final boolean recording;

    Spans(Tracer tracer, FollowedCases followed) {
        this.tracer = tracer;
        this.followed = followed;
        this.recording = tracer != Tracer.NOOP;
    }

    /**
     * What is done for a case.
     *
     * @param name id of a step or kind of a message: one of a few dozen
     * @param origin {@link #origin} of what asked for it, or null where that is not known
     * @param tags ids and codes, by name
     */
    public record Step(
            String name, CaseNumber caseNumber, @Nullable String origin, Map<String, String> tags) {}

    /** Whether spans are made at all. */
    public boolean areMade() {
        return recording;
    }

    /**
     * What is done now, to be kept with what it asks others to do: {@code 00-<trace>-<span>-01}, or null where nothing is
     * recorded or this case is not followed.
     */
    public @Nullable String origin(CaseNumber caseNumber) {
        Span span = current();
        return span == null || !followed.contain(caseNumber.value())
                ? null
                : "00-" + span.context().traceId() + "-" + span.context().spanId() + "-01";
    }

    /** Notes on what is done now that it is about a case, and what was done to it. */
    void note(CaseNumber caseNumber, String act) {
        Span span = current();
        if (span != null) {
            span.tag(CASE, caseNumber.value()).event(act);
        }
    }

    /** Begins a step; it is what is done now until it is closed. */
    public Open begin(Step step) {
        if (!recording) {
            return Open.NOTHING;
        }
        Span.Builder builder = tracer.spanBuilder()
                .name(step.name())
                .tag(CASE, step.caseNumber().value());
        step.tags().forEach(builder::tag);
        Span request = current();
        if (request == null) {
            builder.setNoParent();
            link(builder, step.origin());
        } else {
            builder.setParent(request.context());
        }
        Span span = builder.start();
        return new Open(span, tracer.withSpan(span));
    }

    private @Nullable Span current() {
        return recording ? tracer.currentSpan() : null;
    }

    private void link(Span.Builder builder, @Nullable String origin) {
        Matcher parts = ORIGIN.matcher(origin == null ? "" : origin);
        if (parts.matches()) {
            TraceContext asked = tracer.traceContextBuilder()
                    .traceId(parts.group(1))
                    .spanId(parts.group(2))
                    .sampled(true)
                    .build();
            builder.addLink(new Link(asked));
        }
    }

    /** A step that was begun; the thread that began it closes it. */
    public static final class Open implements AutoCloseable {

        private static final Open NOTHING = new Open(Span.NOOP, () -> {});

        private final Span span;
        private final Tracer.SpanInScope scope;

        private Open(Span span, Tracer.SpanInScope scope) {
            this.span = span;
            this.scope = scope;
        }

        /** It failed; what is told of the fault is its type, since its words may be somebody's. */
        public void failed(Throwable fault) {
            span.tag(ERROR, fault.getClass().getName());
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }
}

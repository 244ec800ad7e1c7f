package org.xudai.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.Objects;

/** Lets spans of followed cases through, once they have ended: often a request learns only on its way which case it is about. */
final class FollowedSpans implements SpanProcessor {

    private static final AttributeKey<String> CASE = AttributeKey.stringKey(Spans.CASE);

    private final SpanProcessor next;
    private final FollowedCases followed;

    FollowedSpans(SpanProcessor next, FollowedCases followed) {
        this.next = next;
        this.followed = followed;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // nothing is known of it yet
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        String number = span.getAttribute(CASE);
        if (followed.contain(
                Objects.requireNonNullElse(number, span.getSpanContext().getTraceId()))) {
            next.onEnd(span);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public CompletableResultCode shutdown() {
        return next.shutdown();
    }

    @Override
    public CompletableResultCode forceFlush() {
        return next.forceFlush();
    }
}

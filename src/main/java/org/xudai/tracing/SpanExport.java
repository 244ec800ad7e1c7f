package org.xudai.tracing;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Sends spans to the collector (OTLP over HTTP), in batches and in the background: a collector that is slow or away costs
 * spans and nothing else.
 */
final class SpanExport implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int LAST_WAIT_SECONDS = 5;

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    SpanExport(URI endpoint, Duration timeout, FollowedCases followed) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString())
                .setTimeout(timeout)
                .setCompression("gzip")
                .setRetryPolicy(null)
                .build();
        provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(
                                AttributeKey.stringKey("service.name"),
                                "xudai",
                                AttributeKey.stringKey("service.instance.id"),
                                UUID.randomUUID().toString()))))
                .addSpanProcessor(new FollowedSpans(
                        BatchSpanProcessor.builder(exporter)
                                .setScheduleDelay(EVERY)
                                .build(),
                        followed))
                .build();
        tracer = new OtelTracer(provider.get("org.xudai"), new OtelCurrentTraceContext(), event -> {});
    }

    Tracer tracer() {
        return tracer;
    }

    /** Sends what is left. */
    @Override
    public void close() {
        provider.shutdown().join(LAST_WAIT_SECONDS, TimeUnit.SECONDS);
    }
}

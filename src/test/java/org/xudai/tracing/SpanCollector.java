package org.xudai.tracing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** A collector as a bank has one: takes OTLP over HTTP and keeps what it was sent. */
public final class SpanCollector implements AutoCloseable {

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** One that listens on a port of its own. */
    public SpanCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /**
     * A span.
     *
     * @param id {@code <trace>-<span>}
     * @param parent the same of its parent, empty where it begins a trace
     * @param links the same of what it is linked to
     * @param node the process that sent it
     */
    public record Seen(
            String name,
            String id,
            String parent,
            List<String> links,
            Map<String, String> tags,
            List<String> events,
            String node) {

        /** Number of its case, empty where it has none. */
        public String caseNumber() {
            return tags.getOrDefault(Spans.CASE, "");
        }
    }

    /** Where spans are sent. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
    }

    /** Everything that came. */
    public List<Seen> seen() {
        return seen;
    }

    /** The spans of a case with this name. */
    public List<Seen> ofCase(String caseNumber, String name) {
        return seen.stream()
                .filter(span ->
                        span.caseNumber().equals(caseNumber) && span.name().equals(name))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange call) throws IOException {
        try (call;
                InputStream body = new GZIPInputStream(call.getRequestBody())) {
            ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(sent -> {
                String node = tags(sent.getResource().getAttributesList()).getOrDefault("service.instance.id", "");
                sent.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream())
                        .forEach(span -> seen.add(seen(span, node)));
            });
            call.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            call.sendResponseHeaders(200, -1);
        }
    }

    private static Seen seen(Span span, String node) {
        String trace = HexFormat.of().formatHex(span.getTraceId().toByteArray());
        String parent = HexFormat.of().formatHex(span.getParentSpanId().toByteArray());
        return new Seen(
                span.getName(),
                trace + "-" + HexFormat.of().formatHex(span.getSpanId().toByteArray()),
                parent.isEmpty() ? "" : trace + "-" + parent,
                span.getLinksList().stream()
                        .map(link -> HexFormat.of().formatHex(link.getTraceId().toByteArray()) + "-"
                                + HexFormat.of().formatHex(link.getSpanId().toByteArray()))
                        .toList(),
                tags(span.getAttributesList()),
                span.getEventsList().stream().map(Span.Event::getName).toList(),
                node);
    }

    private static Map<String, String> tags(Collection<KeyValue> attributes) {
        Map<String, String> tags = new TreeMap<>();
        attributes.forEach(one -> tags.put(
                one.getKey(),
                one.getValue().hasIntValue()
                        ? Long.toString(one.getValue().getIntValue())
                        : one.getValue().getStringValue()));
        return tags;
    }
}

package org.xudai.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/** A core banking system that renews once for each idempotency key, and keeps what it renewed. */
final class CoreSystem implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, String> renewed = new LinkedHashMap<>();

    CoreSystem() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "core system");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/whitelist-entries", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** How many different keys asked to renew the entry of a loan. */
    synchronized long renewals(String loan) {
        return renewed.keySet().stream().filter(key -> key.endsWith("/" + loan)).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            JsonNode wanted = JSON.readTree(call.getRequestBody());
            String key = call.getRequestHeaders().getFirst("Idempotency-Key");
            byte[] body;
            synchronized (this) {
                body = renewed.computeIfAbsent(key, first -> answer(wanted)).getBytes(StandardCharsets.UTF_8);
            }
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
        }
    }

    private String answer(JsonNode wanted) {
        return JSON.createObjectNode()
                .put("reference", "C" + (renewed.size() + 1))
                .put("validFrom", wanted.path("validFrom").asText())
                .put("validUntil", wanted.path("validUntil").asText())
                .toString();
    }
}

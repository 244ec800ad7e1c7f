package org.xudai.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/** An SMS carrier that keeps what it was given, by message id, with how often it came. */
final class Carrier implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, List<JsonNode>> taken = new LinkedHashMap<>();

    Carrier() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "carrier");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/messages", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The latest parameter of that name that was sent to a number, e.g. {@code link} or {@code code}. */
    Optional<String> latest(String mobile, String parameter) {
        return all(mobile, parameter).stream().findFirst();
    }

    /** The parameters of that name that were sent to a number, the latest first. */
    synchronized List<String> all(String mobile, String parameter) {
        List<String> sent = new ArrayList<>();
        taken.values().stream()
                .map(copies -> copies.get(0))
                .filter(message -> message.path("to").asText().equals(mobile))
                .flatMap(message -> Optional.ofNullable(message.path("params").get(parameter)).stream())
                .forEach(value -> sent.add(0, value.asText()));
        return sent;
    }

    /** How many messages of a kind were sent to a number, each id counted once. */
    synchronized long sent(String mobile, String kind) {
        return taken.values().stream()
                .map(copies -> copies.get(0))
                .filter(message -> message.path("to").asText().equals(mobile))
                .filter(message -> message.path("template").asText().equals(kind))
                .count();
    }

    /** How often the message came that came most often. */
    synchronized int mostCopies() {
        return taken.values().stream().mapToInt(List::size).max().orElse(0);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            int status = call.getRequestMethod().equals("POST") ? take(call) : asked(call);
            call.sendResponseHeaders(status, -1);
        }
    }

    private int take(HttpExchange call) throws IOException {
        JsonNode message = JSON.readTree(call.getRequestBody());
        synchronized (this) {
            taken.computeIfAbsent(message.path("id").asText(), id -> new ArrayList<>())
                    .add(message);
        }
        return 202;
    }

    private synchronized int asked(HttpExchange call) {
        String path = call.getRequestURI().getPath();
        return taken.containsKey(path.substring(path.lastIndexOf('/') + 1)) ? 200 : 404;
    }
}

package org.xudai.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The part of Transit's contract that Xudai uses, done for real: a named key of type {@code aes256-gcm96} with versions,
 * {@code encrypt} and {@code decrypt} of batches with associated data, what is told of the key, tokens, and the ways in which
 * it fails. Statuses and sentences are those of OpenBao's {@code builtin/logical/transit}.
 */
final class TransitServer implements AutoCloseable {

    /** No key management system. */
    static final VaultSettings.Transit NONE = new VaultSettings.Transit(
            null, "transit", "xudai", null, true, Duration.ofSeconds(3), Duration.ofSeconds(1));

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final ObjectMapper json = new ObjectMapper();
    private final SecureRandom random = new SecureRandom();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Path tokenFile;
    private final AtomicInteger questions = new AtomicInteger();
    private final TreeMap<Integer, byte[]> versions = new TreeMap<>();
    private volatile int oldest = 1;
    private volatile boolean binds = true;
    private volatile boolean sealed;
    private volatile String accepted = "";
    private volatile CountDownLatch slow = new CountDownLatch(0);

    TransitServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            tokenFile = Files.createTempFile("transit", ".token");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rotate();
        acceptOnly("s.first");
        writeToken("s.first");
        server.createContext("/v1/bank/transit/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Settings of a node that asks this server; short times, so that a server that came back is asked again at once. */
    VaultSettings.Transit settings() {
        return settings(Duration.ofNanos(1));
    }

    VaultSettings.Transit settings(Duration pause) {
        return new VaultSettings.Transit(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "bank/transit",
                "xudai",
                tokenFile,
                true,
                Duration.ofSeconds(3),
                pause);
    }

    TransitKeyEncryption client() {
        return new TransitKeyEncryption(settings());
    }

    /** How often it was asked. */
    int questions() {
        return questions.get();
    }

    /** {@code vault write -f transit/keys/xudai/rotate}. */
    synchronized void rotate() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        versions.put(versions.size() + 1, key);
    }

    /** {@code vault write transit/keys/xudai/config min_decryption_version=…}. */
    void opensFrom(int version) {
        oldest = version;
    }

    /** The same name and versions with other keys, as in another cluster. */
    synchronized void becomeAnother() {
        versions.replaceAll((version, key) -> {
            byte[] other = new byte[32];
            random.nextBytes(other);
            return other;
        });
    }

    /** As releases before 1.13, which pass over {@code associated_data}. */
    void bindNothing() {
        binds = false;
    }

    void acceptOnly(String token) {
        accepted = token;
    }

    void writeToken(String token) {
        try {
            Files.writeString(tokenFile, token + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers 503 as a sealed server does, or no longer. */
    void seal(boolean isSealed) {
        sealed = isSealed;
    }

    /** Answers nothing until the latch opens. */
    void waitFor(CountDownLatch latch) {
        slow = latch;
    }

    @Override
    public void close() {
        slow.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private record Reply(int status, Map<String, ?> body) {

        static Reply errors(int status, String... sentences) {
            return new Reply(status, Map.of("errors", List.of(sentences)));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            slow.await();
            Reply reply = reply(exchange, asked);
            byte[] body = json.writeValueAsBytes(reply.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(HttpExchange exchange, byte[] asked) throws IOException {
        if (sealed) {
            return Reply.errors(503, "Vault is sealed");
        }
        if (!accepted.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
            return Reply.errors(403, "permission denied");
        }
        return switch (exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getPath()) {
            case "GET /v1/bank/transit/keys/xudai" -> told();
            case "POST /v1/bank/transit/encrypt/xudai" -> each(json.readTree(asked), this::encrypted);
            case "POST /v1/bank/transit/decrypt/xudai" -> each(json.readTree(asked), this::decrypted);
            default -> Reply.errors(404);
        };
    }

    private synchronized Reply told() {
        Map<String, Long> there = new TreeMap<>();
        versions.tailMap(oldest).keySet().forEach(version -> there.put(version.toString(), 1_700_000_000L));
        return new Reply(
                200,
                Map.of(
                        "data",
                        Map.of(
                                "type",
                                "aes256-gcm96",
                                "latest_version",
                                versions.lastKey(),
                                "min_decryption_version",
                                oldest,
                                "keys",
                                there)));
    }

    @FunctionalInterface
    private interface Work {
        Map<String, ?> done(JsonNode item) throws GeneralSecurityException;
    }

    private Reply each(JsonNode body, Work work) {
        List<Map<String, ?>> results = new ArrayList<>();
        boolean failed = false;
        for (JsonNode item : body.path("batch_input")) {
            try {
                results.add(work.done(item));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                results.add(Map.of("error", String.valueOf(e.getMessage())));
                failed = true;
            }
        }
        return results.isEmpty()
                ? Reply.errors(400, "missing batch input to process")
                : new Reply(failed ? 400 : 200, Map.of("data", Map.of("batch_results", results)));
    }

    private synchronized Map<String, ?> encrypted(JsonNode item) throws GeneralSecurityException {
        int version = versions.lastKey();
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] text = cipher(Cipher.ENCRYPT_MODE, version, nonce, item)
                .doFinal(Base64.getDecoder().decode(item.path("plaintext").asText()));
        byte[] whole =
                ByteBuffer.allocate(NONCE + text.length).put(nonce).put(text).array();
        return Map.of(
                "ciphertext",
                "vault:v" + version + ":" + Base64.getEncoder().encodeToString(whole),
                "key_version",
                version);
    }

    private synchronized Map<String, ?> decrypted(JsonNode item) throws GeneralSecurityException {
        String[] parts = item.path("ciphertext").asText().split(":", -1);
        if (parts.length != 3 || !parts[1].startsWith("v")) {
            throw new IllegalArgumentException("invalid ciphertext: no prefix");
        }
        int version = Integer.parseInt(parts[1].substring(1));
        if (version > versions.lastKey()) {
            throw new IllegalArgumentException("invalid ciphertext: version is too new");
        }
        if (version < oldest) {
            throw new IllegalArgumentException("ciphertext or signature version is disallowed by policy (too old)");
        }
        byte[] whole = Base64.getDecoder().decode(parts[2]);
        byte[] nonce = ByteBuffer.allocate(NONCE).put(whole, 0, NONCE).array();
        byte[] plain = cipher(Cipher.DECRYPT_MODE, version, nonce, item).doFinal(whole, NONCE, whole.length - NONCE);
        return Map.of("plaintext", Base64.getEncoder().encodeToString(plain));
    }

    private Cipher cipher(int mode, int version, byte[] nonce, JsonNode item) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(versions.get(version), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        if (binds) {
            cipher.updateAAD(
                    Base64.getDecoder().decode(item.path("associated_data").asText()));
        }
        return cipher;
    }
}

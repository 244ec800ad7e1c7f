package org.xudai.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Questions to the Transit engine over HTTP: {@code /v1/<mount>/encrypt|decrypt|keys/<key>} with the token in
 * {@code X-Vault-Token}. Whatever is no answer to the question, a refused token and a sealed system included, is
 * {@link KeyManagementUnavailable}. Certificates are checked by the trust store of the JVM. No answer is logged: it holds
 * keys.
 */
final class TransitClient {

    private static final int FORBIDDEN = 403;
    private static final int BUSY = 429;
    private static final int BROKEN = 500;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client;
    private final VaultSettings.Transit settings;
    private final Path tokenFile;
    private final String base;
    private final AtomicLong quietUntil = new AtomicLong(System.nanoTime());

    TransitClient(VaultSettings.Transit settings) {
        this.settings = settings;
        this.tokenFile = Objects.requireNonNull(settings.tokenFile());
        this.base = String.valueOf(settings.url()).replaceAll("/+$", "");
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    private record Answer(int status, JsonNode body) {}

    /**
     * One question for many items ({@code batch_input}).
     *
     * @param act {@code encrypt} or {@code decrypt}
     * @return what became of each item, in their order: what was asked for, or {@code error} with the reason
     */
    List<JsonNode> batch(String act, List<Map<String, String>> items) {
        Answer answer = ask(act, HttpRequest.BodyPublishers.ofByteArray(written(Map.of("batch_input", items))));
        JsonNode results = answer.body().path("data").path("batch_results");
        boolean whole = results.size() == items.size() && (answer.status() == 200 || answer.status() == 400);
        if (!whole) {
            throw refused(act, answer);
        }
        return StreamSupport.stream(results.spliterator(), false).toList();
    }

    /** What is told of the key: {@code latest_version}, {@code min_decryption_version}, {@code keys} by version, and more. */
    JsonNode key() {
        Answer answer = ask("keys", null);
        JsonNode key = answer.body().path("data");
        if (answer.status() != 200 || !key.path("latest_version").isInt()) {
            throw refused("keys", answer);
        }
        return key;
    }

    private Answer ask(String act, @Nullable BodyPublisher body) {
        if (System.nanoTime() - quietUntil.get() < 0) {
            throw new KeyManagementUnavailable(named() + " gave no answer a moment ago");
        }
        try {
            String token = token();
            HttpResponse<byte[]> response = send(act, body, token);
            if (response.statusCode() == FORBIDDEN && !token().equals(token)) {
                response = send(act, body, token());
            }
            if (response.statusCode() >= BROKEN || response.statusCode() == BUSY) {
                beQuiet();
            }
            return new Answer(response.statusCode(), read(response.body()));
        } catch (IOException e) {
            beQuiet();
            throw new KeyManagementUnavailable(named() + " gave no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyManagementUnavailable("interrupted while " + named() + " was asked", e);
        }
    }

    /** A connection that was kept and is closed meanwhile fails at once; the question is harmless to repeat. */
    private HttpResponse<byte[]> send(String act, @Nullable BodyPublisher body, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base + "/v1/" + settings.mount() + "/" + act + "/" + settings.key()))
                .timeout(settings.timeout())
                .header("X-Vault-Token", token)
                .header("X-Vault-Request", "true");
        if (body != null) {
            request.header("Content-Type", "application/json").POST(body);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private String token() {
        try {
            String token = Files.readString(tokenFile).strip();
            if (!token.isEmpty() && token.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
                return token;
            }
        } catch (IOException e) {
            throw new KeyManagementUnavailable(
                    "xudai.vault.transit.token-file: " + tokenFile + " cannot be read: " + e, e);
        }
        throw new KeyManagementUnavailable("xudai.vault.transit.token-file: " + tokenFile + " holds no token");
    }

    private void beQuiet() {
        quietUntil.set(System.nanoTime() + settings.pause().toNanos());
    }

    private KeyManagementUnavailable refused(String act, Answer answer) {
        String reasons = StreamSupport.stream(answer.body().path("errors").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("; "));
        String token = answer.status() == FORBIDDEN ? "; it does not take the token in " + tokenFile : "";
        return new KeyManagementUnavailable(named() + " answered " + answer.status() + " to " + settings.mount() + "/"
                + act + "/" + settings.key() + (reasons.isEmpty() ? "" : ": " + reasons) + token);
    }

    private String named() {
        return "the key management system at " + base;
    }

    private byte[] written(Map<String, ?> body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException("a question cannot be written", e);
        }
    }

    /** What is no JSON, as the error page of a proxy, has nothing to say. */
    private JsonNode read(byte[] body) {
        try {
            JsonNode read = json.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}

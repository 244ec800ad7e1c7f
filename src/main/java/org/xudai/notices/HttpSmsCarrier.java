package org.xudai.notices;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * SMS through a carrier's HTTP door: {@code POST} of {@code {id, template, to, text, code}} as JSON with a bearer key and
 * the stable id as {@code Idempotency-Key}. 2xx: taken; 4xx but 408 and 429: never; all else: tried again.
 */
class HttpSmsCarrier implements MessageCarrier {

    private final HttpClient client;
    private final ObjectMapper json;
    private final URI url;
    private final String key;
    private final Duration timeout;

    HttpSmsCarrier(ObjectMapper json, URI url, String key, Duration timeout) {
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.json = json;
        this.url = url;
        this.key = key;
        this.timeout = timeout;
    }

    @Override
    public String channel() {
        return SMS;
    }

    @Override
    public void send(OutgoingMessage message) throws IOException, Refused {
        String body = json.writeValueAsString(Map.of(
                "id", message.id(),
                "template", message.kind().name(),
                "to", message.to(),
                "text", message.text()));
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", message.id())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 400 && status < 500 && status != 408 && status != 429) {
                throw new Refused("carrier answered " + status);
            }
            if (status >= 300) {
                throw new IOException("carrier answered " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

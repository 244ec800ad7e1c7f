package org.xudai.notices;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * SMS through a carrier's HTTP door: {@code POST <url>} of {@code {id, template, language, to, text, params}} as JSON with
 * a bearer key and the stable id as {@code Idempotency-Key}. 2xx: taken; 4xx but 408, 425 and 429: never; all else: tried
 * again, after {@code GET <url>/<id>} was asked (200 taken, 404 not; 405 and 501: the carrier cannot tell).
 */
class HttpSmsCarrier implements MessageCarrier {

    private static final Set<Integer> LATER = Set.of(408, 425, 429);
    private static final Set<Integer> NOT_TAKEN = Set.of(404, 405, 410, 501);

    private final HttpClient client;
    private final ObjectMapper json;
    private final URI url;
    private final NoticeSettings.Sms settings;

    HttpSmsCarrier(ObjectMapper json, URI url, NoticeSettings.Sms settings) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
        this.json = json;
        this.url = url;
        this.settings = settings;
    }

    @Override
    public String channel() {
        return SMS;
    }

    @Override
    public void send(OutgoingMessage message) throws IOException, Refused {
        String body = json.writeValueAsString(Map.of(
                "id", message.id(),
                "template", template(message),
                "language", message.language(),
                "to", message.to(),
                "text", message.text(),
                "params", params(message)));
        int status = status(request(url)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", message.id())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (status >= 400 && status < 500 && !LATER.contains(status)) {
            throw new Refused("carrier answered " + status);
        }
        if (status >= 300) {
            throw new IOException("carrier answered " + status);
        }
    }

    @Override
    public boolean hasTaken(OutgoingMessage message) throws IOException {
        URI own = URI.create(url.toString().replaceAll("/+$", "") + "/" + message.id());
        int status = status(request(own).GET().build());
        if (status >= 300 && !NOT_TAKEN.contains(status)) {
            throw new IOException("carrier answered " + status + " when asked");
        }
        return status < 300;
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Authorization", "Bearer " + settings.key());
    }

    private int status(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String template(OutgoingMessage message) {
        String kind = message.kind().name();
        return settings.templates().getOrDefault(kind, kind);
    }

    private static Map<String, String> params(OutgoingMessage message) {
        Map<String, String> params = new HashMap<>(message.values());
        if (message.link() != null) {
            params.put("link", message.link());
        }
        if (message.code() != null) {
            params.put("code", message.code());
        }
        return params;
    }
}

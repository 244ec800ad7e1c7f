package org.xudai.loanbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;

/**
 * The whitelist register of the core system over HTTP: {@code PUT <url>/whitelist-entries/<loan>} with
 * {@code {caseNumber, validFrom, validUntil}} and the header {@code Idempotency-Key}, answered by
 * {@code {reference, validFrom, validUntil}}. The key is the same for every try, so that a try whose answer was lost
 * renews nothing twice. 4xx with a {@code reason} (but 408, 409 while running, 425, 429) is a refusal; 5xx, time-out and
 * anything unreadable is a fault, tried again.
 */
class HttpCoreBanking implements CoreBanking {

    private final HttpClient client;
    private final URI url;
    private final String key;
    private final Duration timeout;
    private final ObjectMapper json;

    HttpCoreBanking(URI url, String key, Duration timeout, ObjectMapper json) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
        this.url = url;
        this.key = key;
        this.timeout = timeout;
        this.json = json;
    }

    @Override
    public Answer renewEntry(CaseNumber caseNumber, LoanNumber loan, LocalDate validFrom, LocalDate validUntil) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(url.toString().replaceAll("/+$", "") + "/whitelist-entries/" + loan))
                    .timeout(timeout)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .header("Authorization", "Bearer " + key)
                    .header("Idempotency-Key", caseNumber + "/" + loan)
                    .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of(
                            "caseNumber", caseNumber.value(),
                            "validFrom", validFrom.toString(),
                            "validUntil", validUntil.toString()))))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new CoreBankingUnavailable("the core system gave no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CoreBankingUnavailable("interrupted", e);
        }
    }

    private Answer answer(int status, String body) {
        if (status >= 200 && status < 300) {
            return renewed(body);
        }
        if (status >= 400 && status < 500 && status != 408 && status != 409 && status != 425 && status != 429) {
            String reason = node(body).path("reason").asText("");
            if (!reason.isEmpty()) {
                return new Refused(reason);
            }
        }
        throw new CoreBankingUnavailable("the core system answered " + status);
    }

    private Renewed renewed(String body) {
        JsonNode answer = node(body);
        try {
            String reference = answer.path("reference").asText("");
            if (reference.isEmpty()) {
                throw new CoreBankingUnavailable("the core system's answer names no reference");
            }
            return new Renewed(
                    reference,
                    LocalDate.parse(answer.path("validFrom").asText()),
                    LocalDate.parse(answer.path("validUntil").asText()));
        } catch (DateTimeException e) {
            throw new CoreBankingUnavailable("the core system's answer holds no dates", e);
        }
    }

    private JsonNode node(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return json.createObjectNode();
        }
    }
}

package org.xudai.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xudai.journey.Api;
import org.xudai.testing.RunningXudai;

/** The interface describes itself: every call, what goes in, and every error it answers with. */
@RunningXudai
class OpenApiTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SOMEBODY = Pattern.compile("\\d{17}[\\dXx]|(?<!\\d)1[3-9]\\d{9}(?!\\d)|\\w@\\w");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MessageSource texts;

    private JsonNode description = JSON.createObjectNode();

    /** A call of the interface as it is described. */
    private record Call(String method, String path, JsonNode described) {

        String name() {
            return method + " " + path;
        }

        boolean documents(int status) {
            return described.path("responses").has(Integer.toString(status));
        }

        /** The path with something in place of its variables that is nowhere to be found. */
        String nowhere() {
            return path.replace("{page}", "1").replaceAll("\\{\\w+}", "nothing-like-this");
        }
    }

    @BeforeEach
    void read() {
        description = Api.asNobody(port).get("/v3/api-docs").ok();
    }

    @Test
    void everyCallIsDescribed() {
        Set<String> served = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> mapping.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/v1"))
                .forEach(path ->
                        mapping.getMethodsCondition().getMethods().forEach(verb -> served.add(verb + " " + path))));
        assertThat(served).hasSizeGreaterThan(35);
        assertThat(calls().map(Call::name)).containsExactlyInAnyOrderElementsOf(served);
        assertThat(calls()).allSatisfy(call -> {
            assertThat(call.described().path("summary").asText())
                    .as(call.name())
                    .isNotEmpty();
            assertThat(call.described().path("tags")).as(call.name()).isNotEmpty();
        });
    }

    @Test
    void everyParameterSaysWhatItIs() {
        List<String> silent = new ArrayList<>();
        calls().forEach(call -> call.described().path("parameters").forEach(parameter -> {
            if (parameter.path("description").asText().isEmpty() || !parameter.has("example")) {
                silent.add(call.name() + " " + parameter.path("name").asText());
            }
        }));
        assertThat(silent).isEmpty();
    }

    @Test
    void everyErrorIsAProblemWithAnExample() {
        assertThat(calls()).allSatisfy(call -> {
            assertThat(errors(call)).as(call.name()).hasSizeGreaterThan(2);
            errors(call).forEach(status -> {
                JsonNode answer = call.described().path("responses").path(status);
                JsonNode problem = answer.path("content").path("application/problem+json");
                assertThat(answer.path("description").asText())
                        .as(call.name() + " " + status)
                        .hasSizeGreaterThan(20);
                assertThat(problem.path("schema").path("$ref").asText()).isEqualTo("#/components/schemas/Problem");
                assertThat(problem.path("example").path("status").asText()).isEqualTo(status);
                String code = problem.path("example").path("type").asText().replace("urn:xudai:problem:", "");
                assertThat(texts.getMessage("problem." + code + ".title", null, "", Locale.SIMPLIFIED_CHINESE))
                        .as(code)
                        .isNotEmpty();
            });
        });
    }

    @Test
    void whatACallAnswersInFactIsDescribed() {
        Api nobody = Api.asNobody(port);
        Api auditor = Api.asStaff(port, "auditor");
        Api officer = Api.asStaff(port, "li.officer");
        List<String> surprises = new ArrayList<>();
        int[] refused = new int[1];
        calls().forEach(call -> {
            for (Api caller : List.of(nobody, auditor, officer)) {
                for (Api.Answer answer : List.of(
                        send(caller, call, "application/json", "{}"),
                        send(caller, call, "application/json", "{"),
                        send(caller, call, "text/plain", "x"),
                        send(caller.with("Idempotency-Key", "k".repeat(300)), call, "application/json", "{}"))) {
                    if (answer.status() >= 400) {
                        refused[0]++;
                    }
                    if (answer.status() >= 400
                            && (!call.documents(answer.status())
                                    || !answer.contentType().startsWith("application/problem+json"))) {
                        surprises.add(call.name() + " " + answer.status() + " " + answer.contentType());
                    }
                }
            }
        });
        assertThat(refused[0]).isGreaterThan(200);
        assertThat(new TreeSet<>(surprises)).isEmpty();
    }

    private static Api.Answer send(Api caller, Call call, String type, String body) {
        return call.method().equals("GET")
                ? caller.get(call.nowhere())
                : caller.send(call.method(), call.nowhere(), type, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatGoesInHasItsOwnSchemaAndExamples() {
        JsonNode schemas = description.path("components").path("schemas");
        assertThat(schemas.path("TermsEntry").path("properties").has("amount")).isTrue();
        assertThat(schemas.path("TermsReply").path("properties").has("accept")).isTrue();
        assertThat(schemas.path("OpeningEntry")
                        .path("properties")
                        .path("loanNumber")
                        .has("example"))
                .isTrue();
        assertThat(schemas.path("DecisionEntry")
                        .path("properties")
                        .path("outcome")
                        .has("example"))
                .isTrue();
    }

    @Test
    void everyCallButTheDoorSaysHowItsCallerSignsIn() {
        assertThat(calls()).allSatisfy(call -> assertThat(
                        call.described().path("security").isEmpty())
                .as(call.name())
                .isEqualTo(Set.of("/api/v1/my/code", "/api/v1/my/session").contains(call.path())));
    }

    @Test
    void noExampleLooksLikeSomebody() {
        assertThat(SOMEBODY.matcher(description.toString()).results().map(hit -> hit.group()))
                .isEmpty();
    }

    private Stream<Call> calls() {
        List<Call> calls = new ArrayList<>();
        description.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> calls.add(
                        new Call(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return calls.stream();
    }

    private static List<String> errors(Call call) {
        return StreamSupport.stream(
                        ((Iterable<String>)
                                        () -> call.described().path("responses").fieldNames())
                                .spliterator(),
                        false)
                .filter(status -> status.startsWith("4") || status.startsWith("5"))
                .toList();
    }
}

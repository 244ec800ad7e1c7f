package org.xudai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.xudai.testing.RunningXudai;

/** What every door says to browsers, whatever it answers, and what it does not read. */
@RunningXudai
class DoorHeaderTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/sign-in",
                "/desk/worklist",
                "/desk/nothing",
                "/i",
                "/my",
                "/api/v1/renewals",
                "/api/v1/nothing",
                "/api/v1/my/case",
                "/actuator/health/liveness",
                "/actuator/health",
                "/actuator/prometheus",
                "/v3/api-docs",
                "/assets/base.css",
                "/assets/nothing.css",
                "/engine-rest/task",
                "/error"
            })
    void saysHowItMayBeShown(String path) throws Exception {
        HttpResponse<String> answer = get(path, "Accept", "text/html");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isIn("same-origin", "no-referrer");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .as("only behind TLS")
                .isEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/worklist", "/my", "/api/v1/renewals", "/api/v1/my/case", "/i", "/desk/sign-in"})
    void keepsNothingOfAPersonInCaches(String path) throws Exception {
        assertThat(header(get(path, "Accept", "text/html"), "Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/cockpit/", "/camunda/api/engine/engine", "/camunda/app/tasklist/"})
    void theEnginesPagesAreHeldToItToo(String path) throws Exception {
        HttpResponse<String> answer = get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).isIn(302, 401, 403);
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/sign-in", "/i", "/api/v1/renewals", "/actuator/health/liveness"})
    void anOverlongHeaderIsRefusedAsAProblem(String path) throws Exception {
        HttpResponse<String> answer = get(path, "X-Long", "x".repeat(64 * 1024));
        assertThat(answer.statusCode()).isIn(400, 431);
        assertThat(answer.body()).doesNotContain("Tomcat", "Exception");
    }

    @Test
    void everyDoorBoundsHowLongABodyMayTake(@Autowired ServletWebServerApplicationContext product) {
        TomcatWebServer server = (TomcatWebServer) product.getWebServer();

        assertThat(server.getTomcat().getEngine().getPipeline().getValves())
                .extracting(valve -> valve.getClass().getSimpleName())
                .contains("BodyPace");
    }

    private HttpResponse<String> get(String path, String header, String value)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header(header, value)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}

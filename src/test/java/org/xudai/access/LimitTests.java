package org.xudai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.PartyId;
import org.xudai.testing.MovableClock;
import org.xudai.testing.RunningXudai;

/** Whoever knocks too often is told when to come again, in his language, and others are let in meanwhile. */
@RunningXudai
class LimitTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String LINK = "/i/4fJqzq0Xh2uQm1cWzY7p3A";

    @LocalServerPort
    int port;

    @Autowired
    Knocks knocks;

    @Autowired
    LimitSettings settings;

    @Autowired
    PartySessions sessions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** Other tests knock from the same address. */
    @BeforeEach
    @AfterEach
    void forget() {
        jdbc.sql("delete from knock").update();
    }

    @Test
    void aWindowLetsInSoManyAndThenAgainWhenItHasEnded() {
        for (int knock = 0; knock < 3; knock++) {
            assertThat(knocks.count("test", "somebody", 3)).isEmpty();
        }
        assertThat(knocks.count("test", "somebody", 3)).hasValue(settings.window());
        assertThat(knocks.full("test", "somebody", 3)).isPresent();
        assertThat(knocks.count("test", "another", 3)).isEmpty();
        clock.advance(settings.window());
        assertThat(knocks.full("test", "somebody", 3)).isEmpty();
        assertThat(knocks.count("test", "somebody", 3)).isEmpty();
        knocks.forgetEnded();
        assertThat(jdbc.sql("select count(*) from knock").query(Long.class).single())
                .as("another's window is forgotten, the new one is not")
                .isEqualTo(1);
        assertThat(jdbc.sql("select who from knock").query(String.class).single())
                .doesNotContain("somebody");
    }

    @Test
    void aForgedAddressGetsNoCountOfItsOwn() throws Exception {
        full("link/address", "127.0.0.1", settings.linksAnAddress());
        HttpResponse<String> forged =
                send(request(LINK).header("X-Forwarded-For", "203.0.113.77").GET());
        assertThat(forged.statusCode()).isEqualTo(429);
        assertThat(retryAfter(forged)).isBetween(1L, settings.window().toSeconds() + 1);
        assertThat(forged.body()).contains("太多", "请等 10 分钟").doesNotContain("4fJqzq0Xh2uQm1cWzY7p3A");
        assertThat(send(request(LINK).header("Accept-Language", "en").GET()).body())
                .contains("Too many", "wait 10 minutes");
        clock.advance(settings.window().minus(Duration.ofSeconds(50)));
        assertThat(send(request(LINK).header("Accept-Language", "en").GET()).body())
                .contains("wait one minute");
    }

    @Test
    void askingForCodesAndTryingThemIsLimitedByAddressOnPageAndApi() throws Exception {
        full("code/address", "127.0.0.1", settings.codesAnAddress());
        full("session/address", "127.0.0.1", settings.sessionsAnAddress());
        HttpResponse<String> api = post("/api/v1/my/code", "application/json", "{\"token\": \"x\"}");
        assertThat(api.statusCode()).isEqualTo(429);
        assertThat(api.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(api.body()).contains("urn:xudai:problem:too-often", "太多");
        assertThat(retryAfter(api)).isPositive();
        assertThat(post("/api/v1/my/session", "application/json", "{}").statusCode())
                .isEqualTo(429);
    }

    @Test
    void uploadsAreLimitedByPersonAndByCase() throws Exception {
        CaseNumber number = CaseNumber.of(2026, 998);
        PartyId party = PartyId.random();
        String token = sessions.open(new PartySession(number, party));
        assertThat(upload(token)).as("not limited yet").isNotEqualTo(429);
        full("upload/case", number.value(), settings.uploadsACase());
        assertThat(upload(token)).isEqualTo(429);
        assertThat(upload(sessions.open(new PartySession(CaseNumber.of(2026, 997), party))))
                .as("another case")
                .isNotEqualTo(429);
        forget();
        full("upload/person", number + "/" + party, settings.uploadsAPerson());
        assertThat(upload(token)).isEqualTo(429);
        assertThat(upload(sessions.open(new PartySession(number, PartyId.random()))))
                .as("another party of the case")
                .isNotEqualTo(429);
    }

    @Test
    void guessingPasswordsEndsForThatNameAndTheNameStaysTyped() throws Exception {
        HttpResponse<String> last = signIn("sun.officer", "wrong-0");
        assertThat(last.statusCode()).isEqualTo(302);
        full("sign-in/here", "sun.officer@127.0.0.1", settings.failuresAPersonHere());

        last = signIn("sun.officer", "xudai-demo");

        assertThat(last.statusCode()).as("even with the right one").isEqualTo(429);
        assertThat(retryAfter(last)).isPositive();
        assertThat(last.body())
                .contains("value=\"sun.officer\"", "太多", "请等 10 分钟")
                .doesNotContain("xudai-demo");
        assertThat(basic("sun.officer", "xudai-demo")).isEqualTo(429);
        assertThat(basic("li.officer", "xudai-demo")).as("somebody else").isEqualTo(200);
        clock.advance(settings.window().plus(Duration.ofSeconds(1)));
        assertThat(basic("sun.officer", "xudai-demo")).as("a window later").isEqualTo(200);
    }

    @Test
    void everyWrongPasswordCountsOnTheApiTooAndARightOneDoesNot() throws Exception {
        for (int i = 0; i < settings.failuresAPersonHere(); i++) {
            assertThat(basic("qian.approver", "xudai-demo")).isEqualTo(200);
            assertThat(basic("zhao.approver", "wrong")).isEqualTo(401);
        }
        assertThat(basic("zhao.approver", "xudai-demo")).isEqualTo(429);
        assertThat(basic("qian.approver", "xudai-demo")).isEqualTo(200);
    }

    private void full(String door, String who, int most) {
        knocks.count(door, who, most);
        jdbc.sql("update knock set knocks = ? where door = ? and who = ?")
                .params(most, door, Tokens.hash(who))
                .update();
    }

    private HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(send(request("/desk/sign-in").GET()).body());
        assertThat(token.find()).isTrue();
        return post(
                "/desk/sign-in",
                "application/x-www-form-urlencoded",
                "username=" + name + "&password=" + password + "&_csrf="
                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
    }

    private int basic(String name, String password) throws IOException, InterruptedException {
        String credentials =
                Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = request("/api/v1/tasks")
                .header("Authorization", "Basic " + credentials)
                .GET()
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private int upload(String token) throws IOException, InterruptedException {
        return send(request("/api/v1/my/documents")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString("--b--\r\n")))
                .statusCode();
    }

    private static long retryAfter(HttpResponse<String> answer) {
        return Long.parseLong(answer.headers().firstValue("Retry-After").orElse("0"));
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}

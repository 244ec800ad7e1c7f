package org.xudai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.PartyId;
import org.xudai.testing.RunningXudai;

/** The doors of the running product: who gets through which, and what the others are told. */
@RunningXudai
class DoorsTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    PartySessions parties;

    @Test
    void withoutSignInTheApiAnswersInWordsAndWithoutAChallengeToBrowsers() throws Exception {
        HttpResponse<String> answer = get(browser(), "/api/v1/renewals");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:xudai:problem:not-signed-in", "请先登录");
        HttpResponse<String> wrong = get(browser(), "/api/v1/renewals", "Authorization", basic("li.officer", "wrong"));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(withoutReference(wrong))
                .isEqualTo(withoutReference(
                        get(browser(), "/api/v1/renewals", "Authorization", basic("no.body", "wrong"))));
    }

    private static String withoutReference(HttpResponse<String> answer) {
        return answer.body().replaceFirst("\"reference\":\"[^\"]+\"", "");
    }

    @Test
    void aMachineComesInByBasicWithoutASession() throws Exception {
        HttpResponse<String> answer =
                get(browser(), "/api/v1/renewals", "Authorization", basic("li.officer", "xudai-demo"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aPersonOfTheDeskNeedsTheTokenForEveryUnsafeCall() throws Exception {
        HttpClient desk = signedIn("li.officer");
        assertThat(get(desk, "/api/v1/renewals").statusCode()).isEqualTo(200);
        assertThat(post(desk, "/api/v1/renewals", "{}").statusCode()).isEqualTo(403);

        Matcher token = Pattern.compile("\"token\":\"([^\"]+)\"")
                .matcher(get(desk, "/api/v1/csrf").body());
        assertThat(token.find()).isTrue();
        assertThat(post(desk, "/api/v1/renewals", "{}", "X-CSRF-TOKEN", token.group(1))
                        .statusCode())
                .isIn(400, 404, 422);
    }

    @Test
    void aSessionAndOtherCredentialsTogetherAreRefused() throws Exception {
        HttpClient desk = signedIn("li.officer");
        assertThat(get(desk, "/api/v1/renewals", "Authorization", basic("li.officer", "wrong"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCallFromAnotherSitesPageIsRefused() throws Exception {
        assertThat(get(signedIn("li.officer"), "/api/v1/renewals", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPartysTokenOpensHisOwnPartOfTheApiAlone() throws Exception {
        String token = parties.open(new PartySession(CaseNumber.of(2026, 999), PartyId.random()));
        assertThat(get(browser(), "/api/v1/renewals", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
        assertThat(get(browser(), "/desk/worklist", "Cookie", "XDPARTY=" + token)
                        .statusCode())
                .isEqualTo(302);
        assertThat(get(browser(), "/api/v1/my/case", "Authorization", basic("li.officer", "xudai-demo"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(get(browser(), "/api/v1/my/case", "Authorization", "Bearer unknown")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theEnginesDoorsStayShut() throws Exception {
        assertThat(get(browser(), "/engine-rest/task").statusCode()).isEqualTo(404);
        assertThat(get(browser(), "/camunda/api/engine/engine/default/task").statusCode())
                .isIn(401, 403);
        HttpClient reviewer = signedIn("wang.reviewer");
        assertThat(get(reviewer, "/camunda/api/engine/engine/default/task").statusCode())
                .isIn(401, 403);
        assertThat(get(reviewer, "/camunda/api/admin/setup/default/user/create").statusCode())
                .isIn(401, 403);
    }

    @Test
    void anInvitationsTokenMovesFromTheAddressToACookieAndAStrangeOneToNothing() throws Exception {
        HttpResponse<String> arrival = get(browser(), "/i/4fJqzq0Xh2uQm1cWzY7p3A");
        assertThat(arrival.statusCode()).isEqualTo(302);
        assertThat(arrival.headers().firstValue("Location").orElseThrow()).endsWith("/i");
        assertThat(arrival.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(arrival.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("XDDOOR=4fJqzq0Xh2uQm1cWzY7p3A", "Path=/i", "HttpOnly", "SameSite=Lax");
        assertThat(get(browser(), "/i/%3Cscript%3E,%22x").statusCode()).isEqualTo(302);

        HttpResponse<String> door = get(browser(), "/i", "Cookie", "XDDOOR=4fJqzq0Xh2uQm1cWzY7p3A");
        assertThat(door.statusCode()).isEqualTo(200);
        assertThat(door.body()).doesNotContain("XD2026", "4fJqzq0Xh2uQm1cWzY7p3A");
    }

    @Test
    void everyPageHasAStrictContentPolicy() throws Exception {
        for (String path : new String[] {"/i", "/desk/sign-in"}) {
            assertThat(get(browser(), path)
                            .headers()
                            .firstValue("Content-Security-Policy")
                            .orElseThrow())
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void healthIsKnownToAllItsDetailsToTheAdministrator() throws Exception {
        for (String probe : new String[] {"/actuator/health/liveness", "/actuator/health/readiness"}) {
            HttpResponse<String> answer = get(browser(), probe);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
        assertThat(get(browser(), "/actuator/health").statusCode()).isNotEqualTo(200);
        assertThat(get(signedIn("li.officer"), "/actuator/health").statusCode()).isEqualTo(403);
        assertThat(get(signedIn("admin"), "/actuator/health").body())
                .contains("\"notices\"", "\"SMS\":\"CONFIGURED\"", "\"MAIL\":\"CONFIGURED\"");
    }

    @Test
    void whatIsLoggedOfARequestShowsNoTokenAndNoNewLine() {
        assertThat(RequestLog.shown("/i/4fJqzq0Xh2uQm1cWzY7p3A")).isEqualTo("/i/***");
        assertThat(RequestLog.shown("/i")).isEqualTo("/i");
        assertThat(RequestLog.shown("/desk/a\r\nb陈")).isEqualTo("/desk/a??b?");
        assertThat(RequestLog.shown("/api/v1/loans/359999198609204341/x")).isEqualTo("/api/v1/loans/***/x");
        assertThat(RequestLog.shown("/api/v1/loans/19912345678")).isEqualTo("/api/v1/loans/***");
        assertThat(RequestLog.shown("/desk/%E9%99%88")).isEqualTo("/desk/***");
        assertThat(RequestLog.shown("/api/v1/renewals/XD2026-0000017")).isEqualTo("/api/v1/renewals/XD2026-0000017");
    }

    private HttpClient signedIn(String name) throws IOException, InterruptedException {
        HttpClient desk = browser();
        Matcher token = TOKEN.matcher(get(desk, "/desk/sign-in").body());
        assertThat(token.find()).isTrue();
        String form = "username=" + name + "&password=xudai-demo&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        HttpResponse<String> answer = desk.send(
                request("/desk/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/desk/worklist");
        return desk;
    }

    private static HttpClient browser() {
        CookieManager cookies = new CookieManager();
        cookies.setCookiePolicy((URI uri, HttpCookie cookie) -> true);
        return HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    private HttpResponse<String> get(HttpClient client, String path, String... headers)
            throws IOException, InterruptedException {
        return send(client, request(path).GET(), headers);
    }

    private HttpResponse<String> post(HttpClient client, String path, String json, String... headers)
            throws IOException, InterruptedException {
        return send(
                client,
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                headers);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}

package org.xudai.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xudai.journey.Api;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** Whatever a caller gets wrong, he is told in his language what it was, with a reference, and never meets a fault. */
@RunningXudai
class ProblemTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404, not-found",
        "GET, /api/v1/, 404, not-found",
        "GET, /api/v1/my, 401, not-signed-in",
        "DELETE, /api/v1/loans, 405, method-not-allowed",
        "GET, /api/v1/tasks/x/claim, 405, method-not-allowed",
        "PATCH, /api/v1/renewals, 405, method-not-allowed",
        "GET, /api/v1/loans/%00, 400, request-unreadable",
        "GET, /api/v1//loans, 400, request-unreadable",
        "GET, /api/v1/loans/imports/no-uuid, 404, not-found",
        "GET, /api/v1/renewals/NOPE, 404, not-found",
        "GET, /api/v1/renewals/NOPE/forms/application, 404, not-found",
        "GET, /api/v1/notices, 400, request-unreadable",
    })
    void everyWrongAddressAndMethodIsAnsweredAsAProblem(String method, String path, int status, String type) {
        Api.Answer answer = officer().send(method, path, "application/json", new byte[0]);

        assertProblem(answer, status, type);
    }

    @ParameterizedTest
    @CsvSource({
        "page=x, page, number-wrong",
        "page=99999999999, page, number-wrong",
        "page=-1, page, page-out-of-range",
        "page=100, page, page-out-of-range",
        "size=0, size, size-out-of-range",
        "after=garbage, after, after-unknown",
        "after=MjAyNi0xMy0wMQpK, after, after-unknown",
        "maturingBefore=tomorrow, maturingBefore, date-wrong",
        "maturingBefore=2026-02-30, maturingBefore, date-wrong",
        "maturingBefore=%2B999999999-12-31, maturingBefore, date-wrong",
        "branch=a!b, branch, value-unknown",
        "q=%00, q, text-expected",
    })
    void aParameterThatCannotBeIsCalledByItsName(String query, String field, String problem) {
        Api.Answer answer = officer().get("/api/v1/loans?" + query);

        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        JsonNode error = answer.json().path("errors").path(0);
        assertThat(error.path("field").asText()).isEqualTo(field);
        assertThat(error.path("code").asText()).isEqualTo(problem);
        assertThat(error.path("problem").asText()).isNotEmpty().doesNotContain("problem.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=FOO", "state=%F0%9F%98%80"})
    void anUnknownStateIsRefusedByName(String query) {
        Api.Answer answer = officer().get("/api/v1/renewals?" + query);

        assertProblem(answer, 422, "invalid");
        assertThat(answer.json().path("errors").path(0).path("field").asText()).isEqualTo("state");
    }

    @Test
    void aBodyIsRefusedForWhatItIs() {
        assertProblem(post("/api/v1/renewals", "{"), 400, "json-malformed");
        assertProblem(post("/api/v1/renewals", ""), 400, "body-unreadable");
        assertProblem(post("/api/v1/renewals", "null"), 400, "body-unreadable");
        assertProblem(post("/api/v1/renewals", "[]"), 400, "body-unreadable");
        assertProblem(
                officer().send("POST", "/api/v1/renewals", "text/plain", "x".getBytes(StandardCharsets.UTF_8)),
                415,
                "content-type");
        assertProblem(
                officer().send("POST", "/api/v1/loans/import", "application/json", new byte[] {'{', '}'}),
                415,
                "content-type");
        assertProblem(
                post("/api/v1/renewals", "{\"loanNumber\": \"" + "x".repeat(3_000_000) + "\"}"), 413, "body-too-large");
        assertProblem(
                post("/api/v1/renewals", "{\"x\": " + "[".repeat(2000) + "]".repeat(2000) + "}"),
                413,
                "body-too-large");
    }

    @Test
    void aPartThatIsMissingIsCalledByItsName() {
        Api.Answer answer = officer().upload("/api/v1/loans/import", "x.csv", new byte[0], "other=1");
        assertThat(answer.status()).isEqualTo(422);

        Api.Answer nothing = officer()
                .send(
                        "POST",
                        "/api/v1/loans/import",
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny\r\n--b--\r\n"
                                .getBytes(StandardCharsets.UTF_8));
        assertProblem(nothing, 400, "request-unreadable");
        assertThat(nothing.json().path("errors").path(0).path("field").asText()).isEqualTo("file");

        Api.Answer cutOff = officer()
                .send(
                        "POST",
                        "/api/v1/loans/import",
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\ny"
                                .getBytes(StandardCharsets.UTF_8));
        assertProblem(cutOff, 400, "request-unreadable");
    }

    @Test
    void whatAListLeavesEmptyIsNoFault() {
        CaseNumber number = world.submitted(LoanRows.eligible());
        String task = world.task(number, org.xudai.renewal.HumanTaskKind.InvestigateCase)
                .id();
        LoanRows loan = LoanRows.eligible().ofProduct("e抵快贷");
        world.imported(loan);

        for (String parties : new String[] {
            "[null]", "[{}]", "[{\"role\": \"GUARANTOR\"}]", "[{\"role\": \"KING\", \"name\": \"王\"}]", "\"x\"", "{}"
        }) {
            Api.Answer answer = post(
                    "/api/v1/renewals", "{\"loanNumber\": \"" + loan.number() + "\", \"parties\": " + parties + "}");
            assertThat(answer.status()).as(parties).isIn(400, 422);
            assertThat(answer.json().path("errors").path(0).path("field").asText())
                    .startsWith("parties");
        }
        for (String part : new String[] {
            "\"corrections\": [null]",
            "\"corrections\": [{}]",
            "\"opinion\": {\"creditQueries\": [null]}",
            "\"opinion\": {\"termMonths\": 1.5}",
            "\"opinion\": {\"amount\": 1e999999999}",
            "\"opinion\": {\"business\": \"\\u0000\"}",
            "\"comment\": \"\\ud800\"",
            "\"comment\": [\"x\"]",
        }) {
            Api.Answer answer = post("/api/v1/tasks/" + task + "/complete", "{\"outcome\": \"CORRECT\", " + part + "}");
            assertThat(answer.status()).as(part).isIn(400, 422);
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
    }

    @Test
    void aGuarantorsMailAddressIsChecked() {
        LoanRows loan = LoanRows.eligible().ofProduct("e抵快贷");
        world.imported(loan);

        Api.Answer answer = post(
                "/api/v1/renewals",
                "{\"loanNumber\": \"" + loan.number()
                        + "\", \"parties\": [{\"role\": \"guarantor\", \"name\": \"王保\", \"email\": \"nope\"}]}");

        assertProblem(answer, 422, "invalid");
        assertThat(answer.json().path("errors").path(0).path("field").asText()).isEqualTo("parties[0].email");
    }

    @Test
    void aFileOverTheLimitIsRefusedAtItsFirstByteTooMany() {
        String documents = "/api/v1/renewals/" + world.collecting(LoanRows.eligible()) + "/documents";

        for (int size : new int[] {20 * 1024 * 1024 + 1, 30 * 1024 * 1024}) {
            assertProblem(
                    officer().upload(documents, "big.pdf", new byte[size], "material=id-card"), 413, "file-too-large");
        }
    }

    @Test
    void theSentenceIsInTheCallersLanguageAndWithoutOneInChinese() {
        assertThat(Api.asNobody(port).get("/api/v1/loans").text("title")).isEqualTo("请先登录");
        assertThat(Api.asNobody(port)
                        .with("Accept-Language", "en-GB,en;q=0.9")
                        .get("/api/v1/loans")
                        .text("title"))
                .isEqualTo("Please sign in");
        assertThat(Api.asNobody(port)
                        .with("Accept-Language", "fr")
                        .get("/api/v1/loans")
                        .text("title"))
                .isEqualTo("请先登录");
        assertThat(officer()
                        .with("Accept-Language", "en")
                        .get("/api/v1/nothing")
                        .text("title"))
                .isEqualTo("Not found");
        assertThat(officer()
                        .with("Accept-Language", "en")
                        .get("/api/v1/renewals/NOPE")
                        .text("title"))
                .isEqualTo("Not found");
    }

    @Test
    void whatCannotBeGivenInTheFormatAskedForIsAProblemToo() {
        CaseNumber number = world.collecting(LoanRows.eligible());

        assertProblem(
                officer().with("Accept", "application/json").get("/api/v1/renewals/" + number + "/forms/application"),
                406,
                "not-acceptable");
        assertProblem(officer().with("Accept", "text/csv").get("/api/v1/loans"), 406, "not-acceptable");
        assertProblem(
                officer().with("Accept", "application/pdf").get("/api/v1/renewals/" + number + "/forms/nope"),
                404,
                "not-found");
    }

    @Test
    void theEngineHasNoRestInterfaceForAnyMethod() {
        for (String method : new String[] {"GET", "POST", "PUT", "DELETE"}) {
            assertThat(Api.asNobody(port)
                            .send(method, "/engine-rest/task/x/complete", "application/json", new byte[] {'{', '}'})
                            .status())
                    .as(method)
                    .isEqualTo(404);
            assertThat(Api.asNobody(port)
                            .send(method, "/camunda/api/engine/engine/default/task", "application/json", new byte[0])
                            .status())
                    .as(method)
                    .isIn(401, 403);
        }
    }

    private Api officer() {
        return Api.asStaff(port, "li.officer");
    }

    private Api.Answer post(String path, String json) {
        return officer().post(path, json);
    }

    static void assertProblem(Api.Answer answer, int status, String type) {
        String body = new String(answer.bytes(), StandardCharsets.UTF_8);
        assertThat(answer.status()).as(body).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.text("type")).isEqualTo("urn:xudai:problem:" + type);
        assertThat(answer.text("title")).isNotEmpty().doesNotContain("problem.");
        assertThat(answer.text("detail")).isNotEmpty().doesNotContain("problem.");
        assertThat(answer.text("reference")).matches("[2-9A-Z]{6}");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(body).doesNotContain("Exception", "at org.");
    }
}

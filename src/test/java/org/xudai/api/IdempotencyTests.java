package org.xudai.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xudai.api.ProblemTests.assertProblem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.journey.Api;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.MovableClock;
import org.xudai.testing.RunningXudai;

/** A call that is sent again with its {@code Idempotency-Key} is done once and answered twice. */
@RunningXudai
class IdempotencyTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    IdempotencyTable table;

    @Test
    void theSameCallGetsTheFirstAnswer() {
        LoanRows loan = imported();
        Api officer = keyed("li.officer");

        Api.Answer first = open(officer, loan);
        Api.Answer again = open(officer, loan);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("caseNumber")).isEqualTo(first.text("caseNumber"));
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(open(Api.asStaff(port, "li.officer"), loan).status())
                .as("without the key it is another call")
                .isEqualTo(409);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        Api officer = keyed("li.officer");
        open(officer, imported());

        assertProblem(open(officer, imported()), 422, "idempotency-body");
    }

    @Test
    void aKeyBelongsToItsCaller() {
        LoanRows loan = imported();
        String key = UUID.randomUUID().toString();
        assertThat(open(Api.asStaff(port, "li.officer").with("Idempotency-Key", key), loan)
                        .status())
                .isEqualTo(201);

        assertThat(open(Api.asStaff(port, "sun.officer").with("Idempotency-Key", key), loan)
                        .status())
                .as("somebody else's call is his own")
                .isEqualTo(409);
    }

    @Test
    void anUploadSentAgainIsTheSameDocumentThoughItsBoundaryDiffers() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        String path = "/api/v1/renewals/" + number + "/documents";
        Api officer = keyed("li.officer");

        Api.Answer first = officer.send("POST", path, "multipart/form-data; boundary=one", photo("one", "JPEG"));
        Api.Answer again = officer.send("POST", path, "multipart/form-data; boundary=two", photo("two", "JPEG"));

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("documentId")).isEqualTo(first.text("documentId"));
        assertProblem(
                officer.send("POST", path, "multipart/form-data; boundary=two", photo("two", "another")),
                422,
                "idempotency-body");
    }

    @Test
    void aRefusalIsRepeatedToo() {
        Api officer = keyed("li.officer");
        String submit = "/api/v1/renewals/" + world.collecting(LoanRows.eligible()) + "/submit";

        Api.Answer first = officer.post(submit, "");

        assertThat(first.status()).isEqualTo(422);
        assertThat(officer.post(submit, "").bytes()).isEqualTo(first.bytes());
    }

    @Test
    void ofManyAtOnceOneIsDoneAndTheOthersWaitOrGetItsAnswer() {
        LoanRows loan = imported();
        Api officer = keyed("li.officer");
        List<CompletableFuture<Api.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> open(officer, loan)));
        }

        List<Api.Answer> answers = calls.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(Api.Answer::status).contains(201).isSubsetOf(201, 409);
        answers.stream()
                .filter(answer -> answer.status() == 409)
                .forEach(answer -> assertProblem(answer, 409, "idempotency-running"));
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.text("caseNumber"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whileTheFirstStillRunsTheSecondIsToldSo() {
        String id = UUID.randomUUID().toString();
        assertThat(table.claim(id, "body")).isInstanceOf(IdempotencyTable.Claim.Granted.class);

        assertThat(table.claim(id, "body")).isInstanceOf(IdempotencyTable.Claim.Running.class);
        assertThat(table.claim(id, "other")).isInstanceOf(IdempotencyTable.Claim.OtherRequest.class);
    }

    @Test
    void whoDiedBeforeHisActLeavesTheKeyFreeAndAfterItTaken() {
        String before = UUID.randomUUID().toString();
        String after = UUID.randomUUID().toString();
        table.claim(before, "body");
        table.claim(after, "body");
        table.markActed(after);
        clock.advance(Duration.ofMinutes(11));

        assertThat(table.claim(before, "body")).isInstanceOf(IdempotencyTable.Claim.Granted.class);
        assertThat(table.claim(after, "body")).isInstanceOf(IdempotencyTable.Claim.AnswerLost.class);
    }

    @Test
    void theActItselfNotesInItsTransactionThatItWasDone() {
        Api officer = keyed("li.officer");
        open(officer, imported());

        assertThat(jdbc.sql("select count(*) from idempotent_request where acted and status = 201")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void afterADayAKeyIsForgotten() {
        LoanRows loan = imported();
        Api officer = keyed("li.officer");
        assertThat(open(officer, loan).status()).isEqualTo(201);

        clock.advance(Duration.ofHours(25));

        assertThat(open(officer, loan).status()).isEqualTo(409);
    }

    @Test
    void aKeptAnswerIsNotReadableInTheDatabase() {
        LoanRows loan = imported();
        String caseNumber = open(keyed("li.officer"), loan).text("caseNumber");

        List<String> rows = jdbc.sql("select r::text from idempotent_request r")
                .query(String.class)
                .list();

        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(caseNumber));
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        Api.Answer answer = open(Api.asStaff(port, "li.officer").with("Idempotency-Key", "k".repeat(256)), imported());

        assertProblem(answer, 400, "request-unreadable");
        assertThat(answer.json().path("errors").path(0).path("field").asText()).isEqualTo("Idempotency-Key");
    }

    private LoanRows imported() {
        LoanRows loan = LoanRows.eligible();
        world.imported(loan);
        return loan;
    }

    private Api keyed(String user) {
        return Api.asStaff(port, user).with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static Api.Answer open(Api officer, LoanRows loan) {
        return officer.post("/api/v1/renewals", "{\"loanNumber\": \"" + loan.number() + "\"}");
    }

    private static byte[] photo(String boundary, String content) {
        return ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"material\"\r\n\r\nid-card\r\n--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n" + content
                        + "\r\n--" + boundary + "--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}

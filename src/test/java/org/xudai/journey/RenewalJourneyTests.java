package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.TestOutbox;

/**
 * The story of the product in verbs, over HTTP: the page to read first. An officer imports and opens; the borrower opens
 * his link, fills in, hands in and submits; one investigates, one reviews, one approves; the entry is renewed and the
 * evidence holds.
 */
@RunningXudai
@Tag("servers")
class RenewalJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    TestOutbox.Sent sent;

    private String caseNumber = "";

    @Test
    void mrChenRenewsHisEntryWithoutLeavingHisWifesSide() throws Exception {
        LoanRows loan = LoanRows.eligible();
        Api officer = Api.asStaff(port, "li.officer");

        importsTheLoanBook(Api.asStaff(port, "sun.officer"), loan);
        opensTheRenewal(officer, loan);
        Api borrower = opensHisLinkAndEntersTheCode();
        fillsInTheApplication(borrower);
        handsInEverything(borrower);
        isToldWhatIsMissingUntilAllIsThere(borrower);
        submits(borrower);
        investigates(officer);
        agreesAtReview(Api.asStaff(port, "wang.reviewer"));
        approves(Api.asStaff(port, "zhao.approver"));
        theEntryIsRenewed(officer, loan);
        theEvidenceHolds(Api.asStaff(port, "auditor"));
    }

    private void importsTheLoanBook(Api officer, LoanRows loan) {
        byte[] file = (LoanRows.HEADER + loan.line()).getBytes(Charset.forName("GB18030"));

        JsonNode report =
                officer.upload("/api/v1/loans/import", "loans.csv", file).ok();

        assertThat(report.path("created").asInt()).isEqualTo(1);
        assertThat(report.path("rejected")).isEmpty();
        assertThat(officer.upload("/api/v1/loans/import", "loans.csv", file)
                        .ok()
                        .path("unchanged")
                        .asInt())
                .as("the same file again changes nothing")
                .isEqualTo(1);
    }

    private void opensTheRenewal(Api officer, LoanRows loan) {
        Api.Answer opened = officer.post("/api/v1/renewals", "{\"loanNumber\": \"" + loan.number() + "\"}");
        assertThat(opened.status()).isEqualTo(201);
        caseNumber = opened.text("caseNumber");
        awaitState(officer, "COLLECTING");

        Api.Answer again = officer.post("/api/v1/renewals", "{\"loanNumber\": \"" + loan.number() + "\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.contentType()).startsWith("application/problem+json");
        assertThat(again.text("caseNumber")).isEqualTo(caseNumber);
    }

    private Api opensHisLinkAndEntersTheCode() {
        String link = awaited(() -> sent.link(caseNumber).orElse(null));
        String token = link.substring(link.lastIndexOf('/') + 1);
        Api nobody = Api.asNobody(port);
        nobody.post("/api/v1/my/code", "{\"token\": \"" + token + "\"}").ok();
        String code = awaited(() -> sent.code(caseNumber).orElse(null));

        String session = nobody.post("/api/v1/my/session", "{\"token\": \"" + token + "\", \"code\": \"" + code + "\"}")
                .ok()
                .path("accessToken")
                .asText();

        assertThat(nobody.get("/api/v1/my/case").status()).isEqualTo(401);
        return Api.asParty(port, session);
    }

    private void fillsInTheApplication(Api borrower) {
        Api.Answer wrong = borrower.put("/api/v1/my/forms/application/answers", "{\"amount\": \"三十万\"}");
        assertThat(wrong.ok().path("problems").path("amount").asText()).isEqualTo("amount-wrong");
        assertThat(wrong.ok().path("answers").path("amount").asText())
                .as("what he typed is kept")
                .isEqualTo("三十万");

        borrower.put(
                        "/api/v1/my/forms/application/answers",
                        "{\"amount\": \"280,000\", \"termMonths\": \"12\", \"use\": \"采购秋茶\","
                                + " \"business\": \"茶叶种植与销售\", \"repaymentSource\": \"茶叶销售收入\"}")
                .ok();
        assertThat(borrower.post("/api/v1/my/forms/application/freeze", "")
                        .ok()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
    }

    private void handsInEverything(Api borrower) throws IOException {
        for (JsonNode material : borrower.get("/api/v1/my/case").ok().path("checklist")) {
            String code = material.path("code").asText();
            if (!code.equals("financials")) {
                byte[] bytes = material.has("form")
                        ? borrower.get("/api/v1/my/forms/" + code).bytes()
                        : paper("id-card.jpg");
                Api.Answer uploaded = borrower.upload("/api/v1/my/documents", code + ".bin", bytes, "material=" + code);
                assertThat(uploaded.status()).isEqualTo(202);
                assertThat(uploaded.json().path("sha256").get(0).asText()).isEqualTo(sha256(bytes));
            }
        }
    }

    private void isToldWhatIsMissingUntilAllIsThere(Api borrower) throws IOException {
        Api.Answer early = borrower.post("/api/v1/my/submit", "");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.json().path("missing").toString()).contains("financials");

        borrower.upload("/api/v1/my/documents", "statements.jpg", paper("statements.jpg"), "material=financials")
                .ok();
        await().atMost(Duration.ofSeconds(30)).until(() -> !borrower.get("/api/v1/my/case")
                .ok()
                .path("checklist")
                .toString()
                .matches(".*\"state\":\"(RECEIVED|INSPECTING)\",\"way\".*"));
    }

    private void submits(Api borrower) {
        assertThat(borrower.post("/api/v1/my/submit", "").ok().path("state").asText())
                .isEqualTo("IN_INVESTIGATION");
        assertThat(borrower.post("/api/v1/my/submit", "").status()).isEqualTo(409);
    }

    private void investigates(Api officer) {
        String task = task(officer, "InvestigateCase");
        JsonNode detail = officer.get("/api/v1/tasks/" + task).ok();
        assertThat(detail.path("opinion").path("use").asText()).isEqualTo("采购秋茶");
        assertThat(detail.path("opinion").path("amount").asText()).isEqualTo("280000.0");

        Api.Answer without = officer.post("/api/v1/tasks/" + task + "/complete", "{\"outcome\": \"AGREE\"}");
        assertThat(without.status()).as("a credit query is missing").isEqualTo(422);

        StringBuilder queries = new StringBuilder();
        for (JsonNode subject : detail.path("creditSubjects")) {
            queries.append(queries.length() == 0 ? "" : ",")
                    .append("{\"subject\": \"")
                    .append(subject.path("subject").asText())
                    .append("\", \"number\": \"ZX-1\", \"at\": \"2026-11-23T15:00:00+08:00\", \"outcome\": \"CLEAR\"}");
        }
        officer.post(
                        "/api/v1/tasks/" + task + "/complete",
                        "{\"outcome\": \"AGREE\", \"comment\": \"同意\", \"opinion\": {\"creditQueries\": [" + queries
                                + "]}}")
                .ok();
        awaitState(officer, "IN_REVIEW");
    }

    private void agreesAtReview(Api reviewer) {
        String task = task(reviewer, "ReviewCase");
        assertThat(Api.asStaff(port, "li.officer")
                        .post("/api/v1/tasks/" + task + "/complete", "{\"outcome\": \"AGREE\"}")
                        .status())
                .as("who investigated does not review")
                .isEqualTo(403);

        reviewer.post("/api/v1/tasks/" + task + "/complete", "{\"outcome\": \"AGREE\"}")
                .ok();
        awaitState(reviewer, "IN_APPROVAL");
        for (JsonNode material :
                reviewer.get("/api/v1/renewals/" + caseNumber).ok().path("checklist")) {
            assertThat(material.path("state").asText()).isEqualTo("ACCEPTED");
        }
    }

    private void approves(Api approver) {
        approver.post("/api/v1/tasks/" + task(approver, "ApproveCase") + "/complete", "{\"outcome\": \"APPROVE\"}")
                .ok();
    }

    private void theEntryIsRenewed(Api officer, LoanRows loan) {
        awaitState(officer, "RENEWED");
        JsonNode renewed = officer.get("/api/v1/loans/" + loan.number()).ok();
        assertThat(renewed.path("whitelistEnd").asText()).isEqualTo("2028-01-12");
        assertThat(renewed.path("contract").asText()).isEqualTo("UNSIGNED");
        await().untilAsserted(() -> assertThat(officer.get("/api/v1/notices?caseNumber=" + caseNumber)
                        .ok()
                        .toString())
                .contains("RENEWED"));
    }

    private void theEvidenceHolds(Api auditor) throws Exception {
        Map<String, byte[]> box = unzipped(awaited(() -> {
            Api.Answer answer = auditor.get("/api/v1/renewals/" + caseNumber + "/evidence");
            return answer.status() == 200 ? answer.bytes() : null;
        }));
        String sums = new String(Objects.requireNonNull(box.remove("SHA256SUMS")), StandardCharsets.UTF_8);
        Map<String, String> listed = new HashMap<>();
        sums.lines().forEach(line -> listed.put(line.substring(66), line.substring(0, 64)));

        assertThat(listed.keySet()).isEqualTo(box.keySet());
        assertThat(listed.keySet()).contains("case.json", "decisions.json", "chain.tsv");
        box.forEach((name, bytes) -> assertThat(sha256(bytes)).isEqualTo(listed.get(name)));
        theChainHolds(new String(Objects.requireNonNull(box.get("chain.tsv")), StandardCharsets.UTF_8));
    }

    private static void theChainHolds(String chain) {
        String previous = "0".repeat(64);
        for (String line : chain.lines().toList()) {
            String entry = line.substring(0, line.indexOf('\t'));
            String hash = line.substring(line.indexOf('\t') + 1);
            assertThat(entry).contains("\"previous\":\"" + previous + "\"");
            assertThat(sha256(entry.getBytes(StandardCharsets.UTF_8))).isEqualTo(hash);
            previous = hash;
        }
        assertThat(previous).isNotEqualTo("0".repeat(64));
    }

    private void awaitState(Api staff, String state) {
        await("the case comes to " + state).atMost(Duration.ofSeconds(30)).until(() -> staff.get(
                        "/api/v1/renewals/" + caseNumber)
                .ok()
                .path("state")
                .asText()
                .equals(state));
    }

    private String task(Api staff, String kind) {
        return awaited(() -> {
            for (JsonNode task :
                    staff.get("/api/v1/tasks?size=200&kind=" + kind).ok().path("items")) {
                if (task.path("caseNumber").asText().equals(caseNumber)) {
                    return task.path("id").asText();
                }
            }
            return null;
        });
    }

    private static <T> T awaited(java.util.concurrent.Callable<? extends @org.jspecify.annotations.Nullable T> source) {
        return Objects.requireNonNull(await().atMost(Duration.ofSeconds(30)).until(source::call, Objects::nonNull));
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] paper(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RenewalJourneyTests.class.getResourceAsStream("/papers/" + name))) {
            return in.readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

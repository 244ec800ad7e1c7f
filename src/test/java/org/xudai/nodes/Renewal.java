package org.xudai.nodes;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.xudai.journey.Api;
import org.xudai.testing.LoanRows;
import org.xudai.testing.ScanStack;

/** A renewal told over HTTP, each request to whatever node is named for it. */
final class Renewal {

    /** Empty backs in a stack. */
    static final int BACKS = 12;

    private static final int UNKNOWN = 404;
    private static final int CONFLICT = 409;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LoanRows loan;
    private final IntSupplier node;
    private final Carrier carrier;
    private String number = "";
    private String session = "";

    /** A renewal of a loan; {@code node} gives the port for the next request. */
    Renewal(LoanRows loan, IntSupplier node, Carrier carrier) {
        this.loan = loan;
        this.node = node;
        this.carrier = carrier;
    }

    /** The same renewal, its next requests sent elsewhere. */
    Renewal at(IntSupplier other) {
        Renewal there = new Renewal(loan, other, carrier);
        there.number = number;
        there.session = session;
        return there;
    }

    /** The same renewal for people whose sessions are gone. */
    Renewal afresh(IntSupplier other) {
        Renewal there = at(other);
        there.session = "";
        return there;
    }

    LoanRows loan() {
        return loan;
    }

    String number() {
        return number;
    }

    String mobile() {
        return "199" + loan.number().substring(2);
    }

    Api staff(String user) {
        return Api.asStaff(node.getAsInt(), user);
    }

    Api borrower() {
        return Api.asParty(node.getAsInt(), session);
    }

    void isOpened() {
        opens();
        comesTo("COLLECTING");
    }

    /** Imports the loan and opens its renewal; one that was opened before without our hearing of it is taken up. */
    void opens() {
        isImported();
        asksFor();
    }

    /** Opens the renewal of an imported loan. */
    void asksFor() {
        Api.Answer answer = staff("li.officer").post("/api/v1/renewals", "{\"loanNumber\": \"" + loan.number() + "\"}");
        number = answer.status() == CONFLICT
                ? answer.text("caseNumber")
                : answer.ok().path("caseNumber").asText();
    }

    void isImported() {
        staff("sun.officer")
                .upload(
                        "/api/v1/loans/import",
                        "loans.csv",
                        (LoanRows.HEADER + loan.line()).getBytes(StandardCharsets.UTF_8))
                .ok();
    }

    /** Whether the borrower has his session. */
    boolean isIn() {
        return !session.isEmpty();
    }

    /** Comes in by his latest link that is still known. */
    void borrowerComesIn() {
        awaited(() -> carrier.latest(mobile(), "link").orElse(null));
        String token = awaited(() -> carrier.all(mobile(), "link").stream()
                .map(link -> link.substring(link.lastIndexOf('/') + 1))
                .filter(this::asksForCode)
                .findFirst()
                .orElse(null));
        String code = awaited(() -> carrier.latest(mobile(), "code").orElse(null));
        session = Api.asNobody(node.getAsInt())
                .post("/api/v1/my/session", "{\"token\": \"" + token + "\", \"code\": \"" + code + "\"}")
                .ok()
                .path("accessToken")
                .asText();
    }

    private boolean asksForCode(String token) {
        Api.Answer answer = Api.asNobody(node.getAsInt()).post("/api/v1/my/code", "{\"token\": \"" + token + "\"}");
        if (answer.status() == UNKNOWN) {
            return false;
        }
        answer.ok();
        return true;
    }

    /** Uploads a photo for each material of the checklist; gives the ids that were acknowledged. */
    List<String> borrowerHandsInEverything() {
        List<String> acknowledged = new ArrayList<>();
        for (String material : materials()) {
            acknowledged.add(upload(material).ok().path("documentId").asText());
        }
        return acknowledged;
    }

    List<String> materials() {
        List<String> codes = new ArrayList<>();
        borrower()
                .get("/api/v1/my/case")
                .ok()
                .path("checklist")
                .forEach(line -> codes.add(line.path("code").asText()));
        return codes;
    }

    Api.Answer upload(String material) {
        return borrower().upload("/api/v1/my/documents", "photo.jpg", paper(), "material=" + material);
    }

    /** The application, between the empty backs of other papers; gives the id of the stack. */
    String handsInAStack() {
        byte[] form = staff("li.officer")
                .get("/api/v1/renewals/" + number + "/forms/application")
                .bytes();
        ScanStack scans = new ScanStack();
        for (int i = 0; i < BACKS; i++) {
            scans.back();
        }
        return staff("li.officer")
                .upload(
                        "/api/v1/mailroom/stacks",
                        "scan.pdf",
                        scans.printed(form).pdf())
                .ok()
                .path("id")
                .asText();
    }

    JsonNode stack(String id) {
        return staff("li.officer").get("/api/v1/mailroom/stacks/" + id).ok();
    }

    void everyVerdictIsThere() {
        await("every document has its verdict").atMost(PATIENCE).until(() -> !borrower()
                .get("/api/v1/my/case")
                .ok()
                .path("checklist")
                .toString()
                .matches(".*\"state\":\"(RECEIVED|INSPECTING)\",\"way\".*"));
    }

    void borrowerSubmits() {
        borrower().post("/api/v1/my/submit", "").ok();
    }

    void isInvestigated() {
        String task = task("li.officer", "InvestigateCase");
        List<String> queries = new ArrayList<>();
        JsonNode detail = staff("li.officer").get("/api/v1/tasks/" + task).ok();
        for (JsonNode subject : detail.path("creditSubjects")) {
            queries.add("{\"subject\": \"" + subject.path("subject").asText() + "\", \"number\": \"ZX-1\", \"at\": \""
                    + Clock.systemUTC().instant() + "\", \"outcome\": \"CLEAR\"}");
        }
        complete(
                "li.officer",
                task,
                "{\"outcome\": \"AGREE\", \"opinion\": {\"creditQueries\": [" + String.join(",", queries) + "]}}");
    }

    void isReviewed() {
        complete("wang.reviewer", task("wang.reviewer", "ReviewCase"), "{\"outcome\": \"AGREE\"}");
    }

    void isApproved() {
        complete("zhao.approver", task("zhao.approver", "ApproveCase"), "{\"outcome\": \"APPROVE\"}");
    }

    void comesTo(String state) {
        await("case " + number + " comes to " + state).atMost(PATIENCE).until(() -> state().equals(state));
    }

    String state() {
        return staff("auditor")
                .get("/api/v1/renewals/" + number)
                .ok()
                .path("state")
                .asText();
    }

    private void complete(String who, String task, String decision) {
        staff(who).post("/api/v1/tasks/" + task + "/complete", decision).ok();
    }

    private String task(String who, String kind) {
        return awaited(() -> {
            for (JsonNode task :
                    staff(who).get("/api/v1/tasks?size=200&kind=" + kind).ok().path("items")) {
                if (task.path("caseNumber").asText().equals(number)) {
                    return task.path("id").asText();
                }
            }
            return null;
        });
    }

    private static <T> T awaited(Callable<? extends @Nullable T> source) {
        return Objects.requireNonNull(await().atMost(PATIENCE).until(source::call, Objects::nonNull));
    }

    private static byte[] paper() {
        try (InputStream in = Objects.requireNonNull(Renewal.class.getResourceAsStream("/papers/small-photo.jpg"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

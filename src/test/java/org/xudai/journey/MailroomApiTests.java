package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.kernel.CaseNumber;
import org.xudai.mailroom.StackReport;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.MailWorld;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.ScanStack;

/** The mailroom as a machine speaks with it. */
@RunningXudai
class MailroomApiTests {

    private static final String STACKS = "/api/v1/mailroom/stacks";

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    MailWorld mail;

    @Autowired
    JdbcClient jdbc;

    private JsonNode sorted(Api caller, String id) {
        return Objects.requireNonNull(await("stack " + id)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> caller.get(STACKS + "/" + id).ok(),
                        report -> report.path("state").asText().equals("DONE")));
    }

    @Test
    void aScannerHandsInAStackAndAPersonClearsItsTray() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        byte[] stack = new ScanStack()
                .with(mail.signed(number, "application"))
                .with(ScanStack.paper("business-licence.jpg"))
                .with(ScanStack.paper("small-photo.jpg"))
                .pdf();
        Api officer = Api.asStaff(port, "li.officer");

        Api.Answer taken = officer.upload(STACKS, "scan.pdf", stack);
        assertThat(taken.status()).isEqualTo(202);
        String id = taken.ok().path("id").asText();
        JsonNode report = sorted(officer, id);
        assertThat(report.path("filings")).hasSize(1);
        assertThat(report.at("/filings/0/caseNumber").asText()).isEqualTo(number.value());
        assertThat(report.at("/filings/0/pages").toString()).isEqualTo("[1,2]");
        assertThat(report.at("/counts/TRAY").asInt()).isEqualTo(2);
        Api.Answer again = officer.upload(STACKS, "scan.pdf", stack);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.ok().path("id").asText()).isEqualTo(id);
        assertThat(again.ok().path("repeated").asBoolean()).isTrue();

        JsonNode licence = inTray(officer, id, 3);
        assertThat(officer.get(licence.path("pictureUrl").asText()).contentType())
                .startsWith("image/png");
        assertThat(looksAt(id)).isEqualTo(1);
        String sheets = "{\"sheets\": [\"" + licence.path("id").asText() + "\"], ";
        String assign = sheets + "\"caseNumber\": \"" + number + "\", \"material\": \"business-licence\"}";
        String document = officer.post("/api/v1/mailroom/assign", assign)
                .ok()
                .path("documentId")
                .asText();
        assertThat(officer.get("/api/v1/renewals/" + number + "/documents/" + document)
                        .status())
                .isEqualTo(200);
        assertThat(officer.post("/api/v1/mailroom/assign", assign).status()).isEqualTo(404);
        String discard = "{\"sheets\": [\"" + inTray(officer, id, 4).path("id").asText() + "\"], \"discard\": ";
        assertThat(officer.post("/api/v1/mailroom/discard", discard + "\"SOMETHING\"}")
                        .status())
                .isEqualTo(422);
        assertThat(officer.post("/api/v1/mailroom/discard", discard + "\"ILLEGIBLE\"}")
                        .status())
                .isEqualTo(204);
        assertThat(officer.post(STACKS + "/" + id + "/stop", "{}").status()).isEqualTo(409);
        onlyAuditorsFetchAStack(stack, id);
    }

    @Test
    void aStackOf301MegabytesIsRefusedInWordsAndNothingOfItStays() {
        long before = keysOfShelves();

        Api.Answer answer = Api.asStaff(port, "li.officer").uploadOfZeros(STACKS, "scan.pdf", 301);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.text("type")).isEqualTo("urn:xudai:problem:stack-too-large");
        assertThat(answer.text("detail")).contains("300 MB");
        assertThat(keysOfShelves()).isEqualTo(before);
    }

    private long keysOfShelves() {
        return jdbc.sql("select count(*) from data_key where owner like 'shelf/%'")
                .query(Long.class)
                .single();
    }

    @Test
    void aPageWhoseReadingCannotBeWrittenDownIsNotShown() {
        StackReport report = mail.sorted(
                new ScanStack().with(ScanStack.paper("small-photo.jpg")).back().pdf(), world.staff("li.officer"));
        String page = "/mailroom/sheets/" + report.sheets().get(0).id() + ".png";
        DeskSession desk = new DeskSession(port, "li.officer");
        jdbc.sql("alter table access_log add constraint nothing_read check (what <> 'LOOSE_PAGE') not valid")
                .update();
        try {
            assertThat(Api.asStaff(port, "li.officer").get("/api/v1" + page).status())
                    .isEqualTo(500);
            assertThat(desk.get("/desk" + page).statusCode()).isEqualTo(500);
        } finally {
            jdbc.sql("alter table access_log drop constraint nothing_read").update();
        }
        assertThat(looksAt(report.id().toString())).isZero();
        assertThat(desk.get("/desk" + page).statusCode()).isEqualTo(200);
        assertThat(looksAt(report.id().toString())).isEqualTo(1);
    }

    private void onlyAuditorsFetchAStack(byte[] stack, String id) {
        assertThat(Api.asStaff(port, "li.officer")
                        .get(STACKS + "/" + id + "/content")
                        .status())
                .isEqualTo(403);
        assertThat(Api.asStaff(port, "chen.officer").get(STACKS + "/" + id).status())
                .isEqualTo(404);
        Api.Answer content = Api.asStaff(port, "auditor").get(STACKS + "/" + id + "/content");
        assertThat(content.bytes()).isEqualTo(stack);
        assertThat(jdbc.sql(
                                "select count(*) from access_log where what = 'STACK' and subject = ? and staff_id = 'auditor'")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private long looksAt(String stack) {
        return jdbc.sql("select count(*) from access_log where what = 'LOOSE_PAGE' and subject like ? || '/%'")
                .param(stack)
                .query(Long.class)
                .single();
    }

    private static JsonNode inTray(Api caller, String stack, int page) {
        return StreamSupport.stream(
                        caller.get("/api/v1/mailroom/tray?size=200")
                                .ok()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> item.path("stackId").asText().equals(stack)
                        && item.path("page").asInt() == page)
                .findFirst()
                .orElseThrow();
    }
}

package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** Whoever of the staff reads an original, a number in full or an evidence box is in the access log, or does not read it. */
@RunningXudai
class AccessLogTests {

    private static final Pattern PARTY = Pattern.compile("/parties/([^/]+)/show");

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    JdbcClient jdbc;

    private CaseNumber number = CaseNumber.of(2026, 1);
    private String document = "";

    @BeforeEach
    void aCaseWithADocument() {
        number = world.collecting(LoanRows.eligible());
        document = world.handIn(number, new MaterialCode("id-card")).id().toString();
        world.awaitVerdicts(number);
    }

    private String path(String rest) {
        return "/api/v1/renewals/" + number + rest;
    }

    @Test
    void whatIsReadByTheInterfaceIsInTheLog() {
        Api officer = Api.asStaff(port, "li.officer");

        assertThat(officer.get(path("/documents/" + document + "/content")).status())
                .isEqualTo(200);
        assertThat(officer.get(path("/documents/" + document + "/pages/1.png")).status())
                .isEqualTo(200);
        assertThat(officer.get(path("/forms/application")).status()).isEqualTo(200);
        assertThat(Api.asStaff(port, "auditor").get(path("/evidence")).status()).isEqualTo(200);

        assertThat(log())
                .hasSize(4)
                .allMatch(line -> line.endsWith(" API 127.0.0.1"))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("auditor EVIDENCE_BOX "),
                        line -> assertThat(line).startsWith("li.officer FORM "),
                        line -> assertThat(line).startsWith("li.officer PREVIEW " + document + "/1"),
                        line -> assertThat(line).startsWith("li.officer ORIGINAL " + document + "/1"));
    }

    @Test
    void whatIsReadOnThePagesIsInTheLog() {
        DeskSession li = new DeskSession(port, "li.officer");
        Matcher party = PARTY.matcher(li.get("/desk/cases/" + number).body());
        assertThat(party.find()).isTrue();

        li.submit(
                "/desk/cases/" + number,
                "/desk/cases/" + number + "/parties/" + party.group(1) + "/show",
                "what=MOBILE");
        assertThat(li.get(path("/documents/" + document + "/content")).statusCode())
                .isEqualTo(200);

        assertThat(log())
                .containsExactly(
                        "li.officer ORIGINAL " + document + "/1 PAGE 127.0.0.1",
                        "li.officer PERSONAL_VALUE " + party.group(1) + "/MOBILE PAGE 127.0.0.1");
    }

    @Test
    void withoutTheLogNothingIsReadAndAfterwardsItIs() {
        Api officer = Api.asStaff(port, "li.officer");
        String content = path("/documents/" + document + "/content");
        jdbc.sql("alter table access_log rename to access_log_away").update();
        try {
            for (String read : List.of(content, path("/documents/" + document + "/pages/1.png"), path("/evidence"))) {
                Api.Answer answer = officer.get(read);
                assertThat(answer.status()).as(read).isGreaterThanOrEqualTo(500);
                assertThat(answer.contentType()).as(read).startsWith("application/problem+json");
            }
        } finally {
            jdbc.sql("alter table access_log_away rename to access_log").update();
        }
        assertThat(officer.get(content).status()).isEqualTo(200);
        assertThat(log()).hasSize(1);
    }

    @Test
    void onlyTheAuditorReadsTheLog() {
        assertThat(Api.asStaff(port, "auditor").get(path("/reads")).status()).isEqualTo(200);
        for (String other : List.of("li.officer", "wu.head", "wang.reviewer", "admin")) {
            assertThat(Api.asStaff(port, other).get(path("/reads")).status())
                    .as(other)
                    .isIn(403, 404);
        }
        assertThat(Api.asNobody(port).get(path("/reads")).status()).isEqualTo(401);
    }

    @Test
    void aCaseOfAnotherBranchIsNeitherReadNorLogged() {
        assertThat(Api.asStaff(port, "chen.officer")
                        .get(path("/documents/" + document + "/content"))
                        .status())
                .isEqualTo(404);
        assertThat(log()).isEmpty();
    }

    @Test
    void theDatabaseRefusesToChangeTheLog() {
        Api.asStaff(port, "li.officer").get(path("/documents/" + document + "/content"));

        for (String sql : List.of("update access_log set staff_id = 'nobody'", "delete from access_log")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).hasStackTraceContaining("is refused");
        }
        assertThat(log()).hasSize(1);
    }

    /** The log of the case as the auditor reads it, newest first. */
    private List<String> log() {
        List<String> lines = new ArrayList<>();
        for (JsonNode one :
                Api.asStaff(port, "auditor").get(path("/reads")).ok().path("items")) {
            lines.add(String.join(
                    " ",
                    one.path("by").asText(),
                    one.path("what").asText(),
                    one.path("subject").asText(),
                    one.path("door").asText(),
                    one.path("address").asText()));
        }
        return lines;
    }
}

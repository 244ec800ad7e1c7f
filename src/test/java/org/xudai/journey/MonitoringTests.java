package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.CaseState;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** What a process administrator's monitoring sees. */
@RunningXudai
@AutoConfigureObservability(tracing = false)
class MonitoringTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Test
    void theMetricsCountCasesUploadsVerdictsMessagesIncidentsAndWaitingJobs() {
        world.submitted(LoanRows.eligible());
        Api admin = Api.asStaff(port, "admin");

        String metrics = new String(admin.get("/actuator/prometheus").bytes(), StandardCharsets.UTF_8);

        assertThat(metrics).containsPattern("state=\"IN_INVESTIGATION\"} [1-9]");
        assertThat(metrics.lines()
                        .filter(line -> line.startsWith("xudai_uploads_total"))
                        .filter(line -> line.contains("COUNTER")))
                .singleElement()
                .satisfies(line -> assertThat(line).doesNotEndWith(" 0.0"));
        for (String name : List.of(
                "xudai_verdict_seconds_count",
                "xudai_outbox_waiting",
                "xudai_outbox_age_seconds",
                "xudai_audit_unsealed_age_seconds",
                "xudai_mailroom_stack_age_seconds",
                "xudai_incidents",
                "xudai_job_lag_seconds")) {
            assertThat(metrics.lines().filter(line -> line.startsWith(name)))
                    .as(name)
                    .isNotEmpty();
        }
    }

    @Test
    void onlyAnAdministratorReadsThem() {
        assertThat(Api.asStaff(port, "li.officer").get("/actuator/prometheus").status())
                .isEqualTo(403);
        assertThat(Api.asNobody(port).get("/actuator/prometheus").status()).isEqualTo(401);
    }

    @Test
    void healthNamesEachPortAndSaysWhatIsNotConfigured() throws Exception {
        DeskSession admin = new DeskSession(port, "admin");

        JsonNode parts = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(admin.get("/actuator/health").body())
                .path("components");

        assertThat(parts.path("objectStore").path("status").asText()).isEqualTo("UP");
        assertThat(parts.path("coreBanking").path("details").path("register").asText())
                .startsWith("built in");
        assertThat(parts.path("carriers").path("details").path("SMS").asText()).isNotEmpty();
        assertThat(parts.path("keyManagement").path("details").path("keys").asText())
                .startsWith("in a file");
        assertThat(parts.path("traces").path("details").path("traces").asText()).startsWith("not made");
        assertThat(Api.asNobody(port).get("/actuator/health/readiness").json().has("components"))
                .isFalse();
    }

    @Test
    void whatAJobOfACaseLogsCarriesTheNumberOfTheCase() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger logger = (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine");
        logger.addAppender(lines);
        logger.setLevel(Level.DEBUG);
        try {
            CaseNumber number = world.opened(LoanRows.eligible());
            world.awaitState(number, CaseState.COLLECTING);
            await().untilAsserted(() -> assertThat(List.copyOf(lines.list)).anySatisfy(line -> {
                assertThat(line.getThreadName()).doesNotContain("main").doesNotContain("exec");
                assertThat(line.getMDCPropertyMap()).containsEntry("case", number.value());
            }));
        } finally {
            logger.setLevel(null);
            logger.detachAppender(lines);
        }
    }
}

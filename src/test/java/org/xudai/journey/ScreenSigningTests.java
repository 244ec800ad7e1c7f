package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.xudai.audit.AuditEntry;
import org.xudai.audit.AuditTrail;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Dossier;
import org.xudai.forms.FormLibrary;
import org.xudai.kernel.SigningWay;
import org.xudai.signing.SignatureReport;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** Forms signed on the screen, over HTTP: one signer, three in order, and one who declines. */
@RunningXudai
class ScreenSigningTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    FormLibrary forms;

    @Autowired
    Dossier dossier;

    @Autowired
    AuditTrail trail;

    private SigningStage stage;

    @BeforeEach
    void aMinuteLater() {
        stage = SigningStage.aMinuteLater(context, port);
    }

    @Test
    void mrChenSignsHisApplicationByTypingHisName() throws IOException {
        stage.collecting(LoanRows.eligible());
        Api chen = stage.as("陈茂生");
        SigningStage.fillsInTheApplication(chen);
        assertThat(SigningStage.standing(chen, "application").path("yourTurn").asBoolean())
                .isTrue();

        String code = stage.code(chen, SigningStage.APPLICATION);
        JsonNode signed = chen.post(
                        "/api/v1/my/forms/application/sign",
                        "{\"mode\": \"TYPED\", \"name\": \" 陈 茂生\", \"consent\": true, \"code\": \"" + code + "\"}")
                .ok();

        assertThat(signed.path("complete").asBoolean()).isTrue();
        assertThat(signed.path("way").asText()).isEqualTo("DRAWN_WITH_CODE");
        JsonNode line = SigningStage.line(chen, "application");
        assertThat(line.path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(line.path("documents").get(0).path("id").asText())
                .isEqualTo(signed.path("documentId").asText());
        assertThat(line.path("documents").get(0).path("state").asText()).isEqualTo("ACCEPTED");

        byte[] issued = stage.bytes(
                forms.current(stage.number(), "application").orElseThrow().document());
        byte[] sealed = stage.bytes(SigningStage.document(signed));
        assertThat(Arrays.copyOf(sealed, issued.length)).isEqualTo(issued);
        SignatureReport report = stage.check(sealed, 1);
        assertThat(report.isIntact()).as(report.toString()).isTrue();
        assertThat(report.signatures().get(0).level()).isEqualTo("PAdES-BASELINE-T");
        assertThat(dossier.previewPages(SigningStage.document(signed))).isEqualTo(2);

        AuditEntry entry = trail.entriesOf(stage.number()).stream()
                .filter(one -> one.act().equals("signing.signed"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.facts())
                .containsEntry("form", "application")
                .containsEntry("mode", "TYPED")
                .containsEntry("after", signed.path("sha256").asText())
                .containsKeys("before", "consentHash", "code", "device");
        assertThat(entry.personal()).containsKeys("address", "agent");
        assertThat(entry.facts().toString() + entry.personal()).doesNotContain("陈茂生");
    }

    @Test
    void threeShareholdersSignInOrderAndTheResolutionIsOpenUntilTheLastHas() throws IOException {
        stage.aCompanyWithThreeShareholders();
        Api first = stage.as("丁一");
        Api second = stage.as("王二");
        Api third = stage.as("赵三");
        stage.fillsInTheResolution(stage.as("陈茂生"));

        assertThat(second.post(SigningStage.RESOLUTION + "/sign/code", "").status())
                .isEqualTo(409);
        JsonNode one = stage.signs(first, "{\"mode\": \"DRAWN\", \"strokes\": " + SigningStage.DRAWN + ", ");
        assertThat(one.path("complete").asBoolean()).isFalse();
        assertThat(SigningStage.line(first, "shareholder-resolution")
                        .path("state")
                        .asText())
                .isEqualTo("OPEN");
        assertThat(dossier.find(SigningStage.document(one)).orElseThrow().way()).isEqualTo(SigningWay.DRAWN_WITH_CODE);
        await("the next one is told that it is his turn")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stage.messages())
                        .anyMatch(message ->
                                message.link() != null && message.text().contains("轮到您")));
        assertThat(first.post(SigningStage.RESOLUTION + "/sign/code", "").text("type"))
                .endsWith("sign-already-signed");

        stage.signs(second, "{\"mode\": \"TYPED\", \"name\": \"王二\", ");
        JsonNode last = stage.signs(third, "{\"mode\": \"DRAWN\", \"strokes\": " + SigningStage.DRAWN + ", ");

        assertThat(last.path("complete").asBoolean()).isTrue();
        assertThat(last.path("signers")).hasSize(3).allMatch(signer -> signer.hasNonNull("signedAt"));
        assertThat(SigningStage.line(first, "shareholder-resolution")
                        .path("state")
                        .asText())
                .isEqualTo("ACCEPTED");
        SignatureReport report = stage.check(stage.bytes(SigningStage.document(last)), 3);
        assertThat(report.isIntact()).as(report.toString()).isTrue();
        assertThat(stage.documents("shareholder-resolution"))
                .extracting(Document::state)
                .containsExactly(DocumentState.ACCEPTED, DocumentState.SUPERSEDED, DocumentState.SUPERSEDED);
    }

    @Test
    void whoDeclinesSaysWhyAndEverybodyConcernedReadsIt() {
        stage.aCompanyWithThreeShareholders();
        Api second = stage.as("王二");
        stage.fillsInTheResolution(stage.as("陈茂生"));
        stage.signs(stage.as("丁一"), "{\"mode\": \"TYPED\", \"name\": \"丁一\", ");

        assertThat(second.post(SigningStage.RESOLUTION + "/sign/decline", "{\"reason\": \" \"}")
                        .status())
                .isEqualTo(422);
        second.post(SigningStage.RESOLUTION + "/sign/decline", "{\"reason\": \"期限太长\"}")
                .ok();

        assertThat(stage.as("赵三")
                        .get(SigningStage.RESOLUTION + "/sign")
                        .ok()
                        .path("signers")
                        .get(1)
                        .path("reason")
                        .asText())
                .isEqualTo("期限太长");
        assertThat(stage.as("赵三")
                        .post(SigningStage.RESOLUTION + "/sign/code", "")
                        .text("type"))
                .endsWith("sign-declined");
        JsonNode officers = Api.asStaff(port, "li.officer")
                .get("/api/v1/renewals/" + stage.number())
                .ok();
        assertThat(officers.path("timeline").toString()).contains("signing.declined");
        assertThat(officers.path("checklist").toString()).contains("期限太长");

        stage.signs(second, "{\"mode\": \"TYPED\", \"name\": \"王二\", ");
        assertThat(stage.as("赵三")
                        .get(SigningStage.RESOLUTION + "/sign")
                        .ok()
                        .path("yourTurn")
                        .asBoolean())
                .as("signing after all lifts it")
                .isTrue();
    }
}

package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** Who may not sign on the screen, and what is wrong with what was entered. */
@RunningXudai
class ScreenSigningRefusalTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private SigningStage stage;

    @BeforeEach
    void aMinuteLater() {
        stage = SigningStage.aMinuteLater(context, port);
    }

    @Test
    void theContactNeverSignsForAnotherAndNobodyWhoIsNoSigner() {
        stage.collecting(LoanRows.eligible().signedBy("陈茂生", "林小红"));
        stage.verified();
        Api contact = stage.as("林小红");
        assertThat(contact.get("/api/v1/my/forms/application/sign")
                        .ok()
                        .path("yourTurn")
                        .asBoolean())
                .isFalse();
        assertThat(contact.post("/api/v1/my/forms/application/sign/code", "").status())
                .isEqualTo(403);
        assertThat(contact.post(
                                "/api/v1/my/forms/application/sign",
                                "{\"mode\": \"TYPED\", \"name\": \"陈茂生\", \"consent\": true, \"code\": \"123456\"}")
                        .text("type"))
                .endsWith("sign-own-only");
        assertThat(stage.as("陈茂生")
                        .get("/api/v1/my/forms/shareholder-resolution/sign")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidBeforeTheCodeIsUsedUp() {
        stage.collecting(LoanRows.eligible());
        Api chen = stage.as("陈茂生");
        assertThat(chen.post("/api/v1/my/forms/application/sign/code", "").status())
                .as("the form is not filled in")
                .isEqualTo(422);
        SigningStage.fillsInTheApplication(chen);
        String code = stage.code(chen, SigningStage.APPLICATION);

        assertThat(SigningStage.refusal(chen, "{\"mode\": \"TYPED\", \"name\": \"陈茂生\", \"code\": \"" + code + "\"}"))
                .isEqualTo("consent");
        assertThat(SigningStage.refusal(
                        chen, "{\"mode\": \"TYPED\", \"name\": \"陈茂\", \"consent\": 1, \"code\": \"" + code + "\"}"))
                .isEqualTo("name");
        assertThat(SigningStage.refusal(
                        chen,
                        "{\"mode\": \"DRAWN\", \"strokes\": [[{\"x\": 3, \"y\": 3}]], \"consent\": true, \"code\": \""
                                + code + "\"}"))
                .isEqualTo("strokes");
        assertThat(SigningStage.refusal(chen, "{\"mode\": \"DRAWN\", \"consent\": true}"))
                .isEqualTo("code");
        String drawn = "{\"mode\": \"DRAWN\", \"strokes\": " + SigningStage.DRAWN + ", \"consent\": true, ";
        assertThat(chen.post("/api/v1/my/forms/application/sign", drawn + "\"code\": \"" + code + "\", \"version\": 1}")
                        .text("type"))
                .endsWith("sign-version-replaced");
        assertThat(chen.post(
                                "/api/v1/my/forms/application/sign",
                                drawn + "\"code\": \"" + SigningStage.other(code) + "\"}")
                        .text("type"))
                .endsWith("code-wrong");

        assertThat(chen.post("/api/v1/my/forms/application/sign", drawn + "\"code\": \"" + code + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(chen.post("/api/v1/my/forms/application/sign", drawn + "\"code\": \"" + code + "\"}")
                        .text("type"))
                .endsWith("sign-already-signed");
    }

    @Test
    void aCodeToSignInSignsNothingAndOneForAnOlderVersionNeither() {
        stage.collecting(LoanRows.eligible());
        Api chen = stage.as("陈茂生");
        SigningStage.fillsInTheApplication(chen);
        String old = stage.code(chen, SigningStage.APPLICATION);
        chen.put("/api/v1/my/forms/application/answers", "{\"use\": \"采购冬茶\"}").ok();
        chen.post("/api/v1/my/forms/application/freeze", "").ok();
        assertThat(chen.post(
                                "/api/v1/my/forms/application/sign",
                                "{\"mode\": \"TYPED\", \"name\": \"陈茂生\", \"consent\": true, \"code\": \"" + old
                                        + "\"}")
                        .text("type"))
                .endsWith("code-expired");
        assertThat(stage.documents("application")).isEmpty();
    }

    @Test
    void twoAtOnceMakeOneSignature() throws Exception {
        stage.collecting(LoanRows.eligible());
        Api chen = stage.as("陈茂生");
        SigningStage.fillsInTheApplication(chen);
        String body = "{\"mode\": \"TYPED\", \"name\": \"陈茂生\", \"consent\": true, \"code\": \""
                + stage.code(chen, SigningStage.APPLICATION) + "\"}";
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(() ->
                        chen.post("/api/v1/my/forms/application/sign", body).status());
            }
            List<Integer> answers = new ArrayList<>();
            for (var answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertThat(answers)
                    .containsOnlyOnce(200)
                    .allMatch(status -> status == 200 || status == 409 || status == 422);
        } finally {
            pool.shutdown();
        }
        assertThat(stage.documents("application")).hasSize(1);
        Api keyed = chen.with("Idempotency-Key", "sign-once");
        Api.Answer again = keyed.post("/api/v1/my/forms/application/sign", body);
        assertThat(keyed.post("/api/v1/my/forms/application/sign", body).bytes())
                .isEqualTo(again.bytes());
    }

    @Test
    void whereANumberIsNotVerifiedTheScreenIsNotOffered() {
        stage.collecting(LoanRows.eligible().signedBy("陈茂生", "林小红"));
        Api chen = stage.as("陈茂生");
        assertThat(SigningStage.line(chen, "application").path("ways").toString())
                .doesNotContain("DRAWN_WITH_CODE");
        assertThat(chen.post("/api/v1/my/forms/application/sign/code", "").text("type"))
                .endsWith("sign-not-offered");
        assertThat(SigningStage.line(chen, "credit-authorization").path("ways").toString())
                .doesNotContain("DRAWN_WITH_CODE");
    }
}

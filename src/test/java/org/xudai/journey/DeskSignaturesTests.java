package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** What an officer sees of the signatures of a case, and an auditor of those who read it. */
@RunningXudai
class DeskSignaturesTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private SigningStage stage;

    @BeforeEach
    void aMinuteLater() {
        stage = SigningStage.aMinuteLater(context, port);
    }

    private String page(String who, String rest) {
        return new DeskSession(port, who)
                .get("/desk/cases/" + stage.number() + rest)
                .body();
    }

    @Test
    void theCaseSaysWhoSignedHowWhoseTurnItIsAndWhySomebodyDeclined() {
        stage.aCompanyWithThreeShareholders();
        stage.fillsInTheResolution(stage.as("陈茂生"));
        JsonNode signed = stage.signs(stage.as("丁一"), "{\"mode\": \"TYPED\", \"name\": \"丁一\", ");
        String document = SigningStage.document(signed).toString();

        assertThat(page("li.officer", ""))
                .containsSubsequence("id=\"signatures\"", "股东会决议", "轮到 王二", "丁一", "打字签名，验证码确认", "王二", "轮到他签", "赵三")
                .contains("/documents/" + document + "/content", "/documents/" + document + "/signatures");
        stage.as("王二")
                .post(SigningStage.RESOLUTION + "/sign/decline", "{\"reason\": \"期限太长\"}")
                .ok();
        assertThat(page("wang.reviewer", ""))
                .containsSubsequence("id=\"signatures\"", "有人不同意签", "王二", "不同意签，原因：", "期限太长")
                .doesNotContain("轮到 王二");
    }

    @Test
    void theReportNamesTheTextConsentedToTheCodeTheAddressAndBothHashes() {
        stage.collecting(LoanRows.eligible());
        Api chen = stage.as("陈茂生");
        SigningStage.fillsInTheApplication(chen);
        String code = stage.code(chen, SigningStage.APPLICATION);
        JsonNode signed = chen.post(
                        SigningStage.APPLICATION + "/sign",
                        "{\"mode\": \"TYPED\", \"name\": \"陈茂生\", \"consent\": true, \"code\": \"" + code + "\"}")
                .ok();

        String report = page("li.officer", "/documents/" + SigningStage.document(signed) + "/signatures");

        assertThat(report)
                .contains("陈茂生", "打字签名，用发到本人手机的验证码确认", "我看过全文，同意用屏上签名加短信验证码的方式签这份文件")
                .contains("PAdES-BASELINE-T", "127.0.0.1", signed.path("sha256").asText());
        assertThat(page("li.officer", "")).contains("都签好了");
    }

    @Test
    void theAuditorReadsOnAPageWhoReadWhat() {
        stage.collecting(LoanRows.eligible());
        DeskSession li = new DeskSession(port, "li.officer");
        assertThat(li.get("/api/v1/renewals/" + stage.number() + "/forms/application")
                        .statusCode())
                .isEqualTo(200);

        assertThat(page("auditor", "")).contains("/desk/cases/" + stage.number() + "/reads");
        assertThat(page("auditor", "/reads")).containsSubsequence("共 1 次", "李晓梅", "发出的表单", "续贷申请书", "127.0.0.1");
        assertThat(page("li.officer", "")).doesNotContain("/reads");
        assertThat(li.get("/desk/cases/" + stage.number() + "/reads").statusCode())
                .isEqualTo(403);
    }
}

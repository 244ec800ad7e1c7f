package org.xudai.notices;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.xudai.testing.MovableClock;

/** What goes over the wire to the carriers, and what their answers mean. */
class CarrierTests {

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final OutgoingMessage message = new OutgoingMessage(
            "6c1a6a3e-0000-4000-8000-000000000117",
            NoticeFixture.CASE,
            MessageCarrier.SMS,
            NoticeKind.INVITATION,
            "19900000117",
            "chen",
            "",
            "【建溪银行】陈志明您好",
            NoticeFixture.LINK,
            null,
            MovableClock.START,
            "zh-CN",
            Map.of("officer", "李晓梅"));

    @Test
    void anSmsIsPostedWithTemplateParametersAndItsStableId() throws Exception {
        SERVER.stubFor(post("/sms").willReturn(status(202)));
        carrier().send(message);
        SERVER.verify(postRequestedFor(urlEqualTo("/sms"))
                .withHeader("Idempotency-Key", equalTo(message.id()))
                .withHeader("Authorization", equalTo("Bearer key"))
                .withRequestBody(matchingJsonPath("$.id", equalTo(message.id())))
                .withRequestBody(matchingJsonPath("$.template", equalTo("SMS_4711")))
                .withRequestBody(matchingJsonPath("$.to", equalTo("19900000117")))
                .withRequestBody(matchingJsonPath("$.text", equalTo("【建溪银行】陈志明您好")))
                .withRequestBody(matchingJsonPath("$.params.officer", equalTo("李晓梅")))
                .withRequestBody(matchingJsonPath("$.params.link", equalTo(NoticeFixture.LINK))));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 422})
    void whatTheCarrierRefusesIsRefusedForGood(int status) {
        SERVER.stubFor(post("/sms").willReturn(status(status)));
        assertThatThrownBy(() -> carrier().send(message)).isInstanceOf(MessageCarrier.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 408, 429, 500, 503})
    void aCarrierInTroubleIsTriedAgain(int status) {
        SERVER.stubFor(post("/sms").willReturn(status(status)));
        assertThatThrownBy(() -> carrier().send(message)).isInstanceOf(IOException.class);
    }

    @Test
    void anAnswerThatTakesTooLongIsUnknown() {
        SERVER.stubFor(post("/sms").willReturn(aResponse().withFixedDelay(3_000)));
        assertThatThrownBy(() -> carrier(Duration.ofMillis(500)).send(message)).isInstanceOf(IOException.class);
    }

    @Test
    void theCarrierIsAskedForAnUnknownOutcome() throws Exception {
        SERVER.stubFor(get("/sms/" + message.id()).willReturn(status(200)));
        assertThat(carrier().hasTaken(message)).isTrue();
        SERVER.stubFor(get("/sms/" + message.id()).willReturn(status(404)));
        assertThat(carrier().hasTaken(message)).isFalse();
        SERVER.stubFor(get("/sms/" + message.id()).willReturn(status(502)));
        assertThatThrownBy(() -> carrier().hasTaken(message)).isInstanceOf(IOException.class);
    }

    @Test
    void aMailCarriesItsStableIdAndItsTextInChinese() throws Exception {
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            mailCarrier(server.getSmtp().getPort()).send(mail("chen@example.com"));
            var received = server.getReceivedMessages();
            assertThat(received).hasSize(1);
            assertThat(received[0].getSubject()).isEqualTo("请办理白名单续期");
            assertThat(received[0].getContent().toString()).contains("陈志明，您好");
            assertThat(received[0].getMessageID()).isEqualTo("<" + message.id() + "@bank.example>");
        } finally {
            server.stop();
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedAndAServerThatIsAwayIsTriedAgain() {
        assertThatThrownBy(() -> mailCarrier(9).send(mail("no address at all")))
                .isInstanceOf(MessageCarrier.Refused.class);
        assertThatThrownBy(() -> mailCarrier(9).send(mail("chen@example.com"))).isInstanceOf(IOException.class);
    }

    private static HttpSmsCarrier carrier() {
        return carrier(Duration.ofSeconds(20));
    }

    private static HttpSmsCarrier carrier(Duration patience) {
        URI url = URI.create(SERVER.baseUrl() + "/sms");
        return new HttpSmsCarrier(
                new ObjectMapper(),
                url,
                new NoticeSettings.Sms(url, "key", patience, Map.of("INVITATION", "SMS_4711")));
    }

    private static SmtpCarrier mailCarrier(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new SmtpCarrier(sender, "no-reply@bank.example");
    }

    private OutgoingMessage mail(String to) {
        return new OutgoingMessage(
                message.id(),
                message.caseNumber(),
                MessageCarrier.MAIL,
                message.kind(),
                to,
                "chen",
                "请办理白名单续期",
                "陈志明，您好：\n请点开链接。",
                NoticeFixture.LINK,
                null,
                message.at(),
                "zh-CN",
                Map.of());
    }
}

package org.xudai.loanbook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;
import org.xudai.loanbook.CoreBanking.Refused;
import org.xudai.loanbook.CoreBanking.Renewed;
import org.xudai.testing.EmbeddedDatabase;
import org.xudai.testing.MovableClock;

/** The whitelist's register, at the core system and built in: renewed once, whatever happens on the way. */
class CoreBankingTests {

    private static final CaseNumber CASE = CaseNumber.of(2026, 1187);
    private static final LoanNumber LOAN = new LoanNumber("JJ2025000117");
    private static final LocalDate FROM = LocalDate.of(2027, 1, 4);
    private static final LocalDate UNTIL = LocalDate.of(2028, 1, 3);
    private static final String PATH = "/core/whitelist-entries/JJ2025000117";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @Test
    void theEntryIsRenewedUnderTheCasesKey() {
        SERVER.stubFor(put(PATH).willReturn(okJson("""
                        {"reference":"CB-77","validFrom":"2027-01-04","validUntil":"2028-01-03"}""")));
        assertThat(renew()).isEqualTo(new Renewed("CB-77", FROM, UNTIL));
        SERVER.verify(putRequestedFor(urlEqualTo(PATH))
                .withHeader("Idempotency-Key", equalTo(CASE + "/" + LOAN))
                .withHeader("Authorization", equalTo("Bearer key"))
                .withRequestBody(matchingJsonPath("$.caseNumber", equalTo(CASE.value())))
                .withRequestBody(matchingJsonPath("$.validUntil", equalTo("2028-01-03"))));
    }

    @Test
    void aRefusalWithItsReasonIsATurnOfBusiness() {
        SERVER.stubFor(put(PATH).willReturn(aResponse().withStatus(422).withBody("{\"reason\":\"customer blocked\"}")));
        assertThat(renew()).isEqualTo(new Refused("customer blocked"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 408, 409, 425, 429, 500, 502, 503})
    void anAnswerWithoutReasonIsAFaultToBeTriedAgain(int status) {
        SERVER.stubFor(put(PATH).willReturn(status(status)));
        assertThatThrownBy(CoreBankingTests::renew).isInstanceOf(CoreBankingUnavailable.class);
    }

    @Test
    void anAnswerThatMakesNoSenseIsAFault() {
        for (String body : new String[] {"", "<html>", "{}", "{\"reference\":\"CB\",\"validFrom\":\"soon\"}"}) {
            SERVER.stubFor(put(PATH).willReturn(okJson(body)));
            assertThatThrownBy(CoreBankingTests::renew).isInstanceOf(CoreBankingUnavailable.class);
        }
    }

    @Test
    void aLostAnswerIsAFaultAndTheNextTryHasTheSameKey() {
        SERVER.stubFor(put(PATH).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThatThrownBy(CoreBankingTests::renew).isInstanceOf(CoreBankingUnavailable.class);
        SERVER.stubFor(put(PATH).willReturn(aResponse().withFixedDelay(3_000)));
        assertThatThrownBy(CoreBankingTests::renew).isInstanceOf(CoreBankingUnavailable.class);
        assertThat(SERVER.getAllServeEvents())
                .extracting(event -> event.getRequest().getHeader("Idempotency-Key"))
                .containsOnly(CASE + "/" + LOAN);
    }

    @Test
    void theBuiltInRegisterAnswersARepetitionAsTheFirstTime() {
        MovableClock clock = new MovableClock();
        BuiltInRegister register = new BuiltInRegister(JdbcClient.create(EmbeddedDatabase.freshMigrated()), clock);
        var first = register.renewEntry(CASE, LOAN, FROM, UNTIL);
        clock.advance(Duration.ofDays(1));
        assertThat(register.renewEntry(CASE, LOAN, FROM.plusDays(1), UNTIL.plusDays(1)))
                .isEqualTo(first)
                .isInstanceOf(Renewed.class);
    }

    private static CoreBanking.Answer renew() {
        return new HttpCoreBanking(
                        URI.create(SERVER.baseUrl() + "/core/"), "key", Duration.ofSeconds(1), new ObjectMapper())
                .renewEntry(CASE, LOAN, FROM, UNTIL);
    }
}

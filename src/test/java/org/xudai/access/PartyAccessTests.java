package org.xudai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.access.OneTimeCodes.Check;
import org.xudai.access.OneTimeCodes.Sending;
import org.xudai.access.OneTimeCodes.Subject;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.MobileNumber;
import org.xudai.kernel.PartyId;
import org.xudai.notices.Notice;
import org.xudai.notices.NoticeRequest;
import org.xudai.notices.Notices;
import org.xudai.testing.EmbeddedDatabase;
import org.xudai.testing.MovableClock;

/** A party comes in by his link and a code, to his case alone. */
class PartyAccessTests {

    private static final CaseNumber CASE = CaseNumber.of(2026, 1187);
    private static final CaseNumber OTHER_CASE = CaseNumber.of(2026, 1188);
    private static final PartyId CHEN = PartyId.random();
    private static final PartyId LIN = PartyId.random();
    private static final Subject APPLICATION = new Subject(new MaterialCode("application"), 2);
    private static final Actor SYSTEM = Actor.system("test");

    private final MovableClock clock = new MovableClock();
    private final List<NoticeRequest> sent = new CopyOnWriteArrayList<>();
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final DataSource database = EmbeddedDatabase.freshMigrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final AccessSettings settings = new AccessSettings(
            URI.create("https://xd.bank.example"),
            Duration.ofMinutes(10),
            5,
            1,
            5,
            10,
            Duration.ofMinutes(30),
            "preferred_username",
            null);
    private @Nullable MobileNumber mobile = new MobileNumber("19900000117");
    private @Nullable String email;
    private boolean verified = true;

    private final InvitationTable invitations = new InvitationTable(jdbc, settings, events::add, clock);
    private final PartySessions sessions = new PartySessions(jdbc, settings, events::add, clock);
    private final CodeTable codes = new CodeTable(
            jdbc,
            settings,
            (caseNumber, party) ->
                    Optional.of(new PartyContact("陈志明", mobile, email, Locale.SIMPLIFIED_CHINESE, verified)),
            new Notices() {
                @Override
                public int queue(NoticeRequest request) {
                    sent.add(request);
                    return 1;
                }

                @Override
                public List<Notice> ofCase(CaseNumber caseNumber) {
                    return List.of();
                }
            },
            codesAsTexts(),
            events::add,
            clock);

    @Test
    void eachMessageHasALinkOfItsOwnThatIsKnownByItsHashAlone() {
        Invitation first = mint();
        Invitation second = mint();
        assertThat(first.token()).hasSize(22).isNotEqualTo(second.token());
        assertThat(first.link()).hasToString("https://xd.bank.example/i/" + first.token());
        assertThat(invitations.resolve(first.token())).contains(new PartySession(CASE, CHEN));
        assertThat(invitations.resolve(second.token())).contains(new PartySession(CASE, CHEN));
        assertThat(jdbc.sql("select i::text from invitation i")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(row -> row.contains(first.token()));
        assertThat(events.toString()).doesNotContain(first.token(), second.token());
    }

    @Test
    void aLinkEndsWithItsTimeAndWithItsRevocation() {
        Invitation invitation = mint();
        PartySession session = new PartySession(CASE, CHEN);
        String token = sessions.open(session);
        invitations.revoke(CASE, CHEN, SYSTEM);
        assertThat(invitations.resolve(invitation.token())).isEmpty();
        assertThat(sessions.use(token)).isEmpty();

        Invitation another = mint();
        clock.set(another.validUntil());
        assertThat(invitations.resolve(another.token())).isEmpty();
        assertThat(invitations.resolve("")).isEmpty();
    }

    @Test
    void aSessionIsForOnePartyOfOneCaseAndEndsWhenItIsNotUsed() {
        String chen = sessions.open(new PartySession(CASE, CHEN));
        String lin = sessions.open(new PartySession(OTHER_CASE, LIN));
        assertThat(sessions.use(chen)).contains(new PartySession(CASE, CHEN));
        assertThat(sessions.use(lin)).contains(new PartySession(OTHER_CASE, LIN));

        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.use(chen)).isPresent();
        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.use(chen)).isPresent();
        assertThat(sessions.use(lin)).isEmpty();
        sessions.end(chen);
        assertThat(sessions.use(chen)).isEmpty();
    }

    @Test
    void theRightCodeIsTakenOnce() {
        String code = code();
        assertThat(code).matches("\\d{6}");
        assertThat(check(" " + code + " ")).isEqualTo(Check.ACCEPTED);
        assertThat(check(code)).isEqualTo(Check.EXPIRED);
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        String code = code();
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(check(code)).isEqualTo(Check.EXPIRED);
    }

    @Test
    void fiveWrongTriesSpoilACode() {
        String code = code();
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 4; i++) {
            assertThat(check(wrong)).isEqualTo(Check.WRONG);
        }
        assertThat(check(wrong)).isEqualTo(Check.TOO_MANY_TRIES);
        assertThat(check(code)).isEqualTo(Check.TOO_MANY_TRIES);
        clock.advance(Duration.ofMinutes(1));
        assertThat(check(code())).isEqualTo(Check.ACCEPTED);
    }

    @Test
    void onlyTheLatestCodeCounts() {
        String first = code();
        clock.advance(Duration.ofMinutes(1));
        String second = code();
        assertThat(check(first)).isEqualTo(first.equals(second) ? Check.ACCEPTED : Check.WRONG);
        assertThat(first.equals(second) ? Check.ACCEPTED : check(second)).isEqualTo(Check.ACCEPTED);
    }

    @Test
    void aCodeIsForItsPartyItsCaseAndItsPurpose() {
        String code = code();
        assertThat(codes.check(CASE, LIN, code)).isEqualTo(Check.EXPIRED);
        assertThat(codes.check(OTHER_CASE, CHEN, code)).isEqualTo(Check.EXPIRED);
        assertThat(codes.confirm(CASE, CHEN, APPLICATION, code).check()).isEqualTo(Check.EXPIRED);
        assertThat(check(code)).isEqualTo(Check.ACCEPTED);
    }

    @Test
    void aCaseGetsOneCodeAMinuteFiveAnHourAndTenADay() {
        Instant start = clock.instant();
        for (int i = 0; i < 5; i++) {
            assertThat(send()).isEqualTo(Sending.SENT);
            assertThat(send()).isEqualTo(Sending.TOO_SOON);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(send()).isEqualTo(Sending.TOO_MANY);
        // another party of the same case counts too, another case does not
        assertThat(codes.send(CASE, LIN)).isEqualTo(Sending.TOO_MANY);
        assertThat(codes.send(OTHER_CASE, CHEN)).isEqualTo(Sending.SENT);

        clock.set(start.plus(Duration.ofHours(2)));
        for (int i = 0; i < 5; i++) {
            assertThat(send()).isEqualTo(Sending.SENT);
            clock.advance(Duration.ofMinutes(1));
        }
        clock.set(start.plus(Duration.ofHours(4)));
        assertThat(send()).isEqualTo(Sending.TOO_MANY);
        clock.set(start.plus(Duration.ofHours(24)).plusSeconds(1));
        assertThat(send()).isEqualTo(Sending.SENT);
    }

    @Test
    void manyRequestsAtOnceStillGetOneCode() throws Exception {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        var browsers = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Sending>> requests = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                requests.add(() -> java.util.Objects.requireNonNull(transaction.execute(status -> send())));
            }
            List<Sending> answers = new ArrayList<>();
            for (var answer : browsers.invokeAll(requests)) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn(Sending.SENT::equals).hasSize(1);
        } finally {
            browsers.shutdown();
        }
        assertThat(sent).hasSize(1);
    }

    @Test
    void whileANewNumberRestsACodeToSignWithDoesNotGoByMailInstead() {
        mobile = null;
        email = "chen@example.com";
        assertThat(codes.sendToSign(CASE, CHEN, APPLICATION)).isEqualTo(Sending.NO_NUMBER);
        assertThat(send()).isEqualTo(Sending.SENT);
    }

    @Test
    void aSigningCodeGoesToAVerifiedNumberOnlyAndNoCodeToNobody() {
        verified = false;
        assertThat(codes.sendToSign(CASE, CHEN, APPLICATION)).isEqualTo(Sending.NO_NUMBER);
        assertThat(send()).isEqualTo(Sending.SENT);
        mobile = null;
        clock.advance(Duration.ofMinutes(1));
        assertThat(send()).isEqualTo(Sending.NO_NUMBER);
    }

    @Test
    void aCodeToSignIsForOneVersionOfOneDocumentAndOpensNoSession() {
        String code = signingCode(CHEN);
        assertThat(codes.confirm(CASE, CHEN, new Subject(new MaterialCode("application"), 3), code))
                .isEqualTo(new OneTimeCodes.Confirmation(Check.EXPIRED, 0));
        assertThat(codes.confirm(CASE, CHEN, new Subject(new MaterialCode("whitelist-confirmation"), 2), code)
                        .check())
                .isEqualTo(Check.EXPIRED);
        assertThat(codes.confirm(CASE, LIN, APPLICATION, code).check()).isEqualTo(Check.EXPIRED);
        assertThat(check(code)).isEqualTo(Check.EXPIRED);

        OneTimeCodes.Confirmation confirmed = codes.confirm(CASE, CHEN, APPLICATION, code);
        assertThat(confirmed.check()).isEqualTo(Check.ACCEPTED);
        assertThat(confirmed.code()).isPositive();
        assertThat(codes.confirm(CASE, CHEN, APPLICATION, code).check()).isEqualTo(Check.EXPIRED);
    }

    @Test
    void theMessageWithACodeToSignNamesTheDocument() {
        signingCode(CHEN);
        assertThat(sent).singleElement().satisfies(message -> assertThat(message.values())
                .containsEntry("materials", "material.application"));
    }

    @Test
    void oneSignersCodesDoNotKeepTheNextSignerWaiting() {
        code();
        signingCode(CHEN);
        signingCode(LIN);
        assertThat(codes.sendToSign(CASE, CHEN, APPLICATION)).isEqualTo(Sending.TOO_SOON);
    }

    @Test
    void noCodeCanBeReadFromTheDatabaseOrTheRecord() {
        String code = code();
        check(code);
        assertThat(jdbc.sql("select c.salt || c.code_hash from one_time_code c")
                        .query(String.class)
                        .single())
                .doesNotStartWith(code)
                .hasSize(22 + 64);
        assertThat(events).hasSize(2).noneMatch(event -> event.toString().contains("=" + code));
    }

    private static StaticMessageSource codesAsTexts() {
        StaticMessageSource texts = new StaticMessageSource();
        texts.setUseCodeAsDefaultMessage(true);
        return texts;
    }

    private Invitation mint() {
        return invitations.mint(CASE, CHEN, clock.instant().plus(Duration.ofDays(30)), SYSTEM);
    }

    private Sending send() {
        return codes.send(CASE, CHEN);
    }

    private String code() {
        assertThat(send()).isEqualTo(Sending.SENT);
        return java.util.Objects.requireNonNull(sent.get(sent.size() - 1).code());
    }

    private String signingCode(PartyId signer) {
        assertThat(codes.sendToSign(CASE, signer, APPLICATION)).isEqualTo(Sending.SENT);
        return java.util.Objects.requireNonNull(sent.get(sent.size() - 1).code());
    }

    private Check check(String code) {
        return codes.check(CASE, CHEN, code);
    }
}

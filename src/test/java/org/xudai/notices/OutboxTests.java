package org.xudai.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xudai.notices.NoticeFixture.CASE;
import static org.xudai.notices.NoticeFixture.code;
import static org.xudai.notices.NoticeFixture.invitation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.xudai.kernel.MobileNumber;
import org.xudai.kernel.OutsideSystemAway;
import org.xudai.notices.NoticeFixture.ToldCarrier;
import org.xudai.vault.KeySystem;

/** Messages are queued with the case, sent outside of its transaction, tried again and given up. */
class OutboxTests {

    private final NoticeFixture it = new NoticeFixture();
    private final ToldCarrier sms = new ToldCarrier(MessageCarrier.SMS);
    private final ToldCarrier mail = new ToldCarrier(MessageCarrier.MAIL);
    private final OutboxSender sender = it.sender(sms, mail);

    @Test
    void anInvitationGoesBySmsAndByMail() {
        assertThat(it.outbox.queue(invitation("invite"))).isEqualTo(2);

        assertThat(sender.sendDue()).isEqualTo(2);

        assertThat(sms.texts())
                .singleElement()
                .asString()
                .startsWith("【建溪银行】陈志明")
                .contains(NoticeFixture.LINK);
        assertThat(mail.taken).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo("chen@example.com");
            assertThat(message.subject()).contains(CASE.value());
            assertThat(message.text()).contains(NoticeFixture.LINK, "李晓梅");
        });
        assertThat(it.states()).containsExactly("SENT", "SENT");
        assertThat(it.acts()).containsOnly("notices.queued", "notices.sent");
    }

    @Test
    void aMessageOfATransactionThatFailsIsNeverSent() {
        it.transaction.executeWithoutResult(status -> {
            it.outbox.queue(invitation("invite"));
            status.setRollbackOnly();
        });

        assertThat(sender.sendDue()).isZero();
        assertThat(it.outbox.ofCase(CASE)).isEmpty();
    }

    @Test
    void whileTheKeysAreAwayAMessageWaitsAndLeavesInTheFirstRoundAfter() {
        try (KeySystem keys = new KeySystem()) {
            it.outbox(it.table(keys.vault(it.database))).queue(invitation("invite"));
            OutboxSender node = it.sender(it.table(keys.vault(it.database)), sms, mail);

            keys.isAway(true);
            assertThatThrownBy(node::sendDue).isInstanceOf(OutsideSystemAway.class);
            assertThat(sms.taken).isEmpty();

            keys.isAway(false);
            assertThat(node.sendDue()).isEqualTo(2);
            assertThat(sms.taken).hasSize(1);
        }
    }

    @Test
    void theSameKeyIsSentOnceToAnAddressAndStillToAnother() {
        it.outbox.queue(invitation("invite"));
        assertThat(it.outbox.queue(invitation("invite"))).isZero();
        Recipient accountant =
                new Recipient("lin", "林小芳", new MobileNumber("19900000118"), null, Locale.SIMPLIFIED_CHINESE);
        assertThat(it.outbox.queue(invitation("invite", accountant))).isEqualTo(1);

        sender.sendDue();

        assertThat(sms.taken).extracting(OutgoingMessage::to).containsExactlyInAnyOrder("19900000117", "19900000118");
    }

    @Test
    void anSmsToANumberThatWasChangedWaitsADayAndTheMailDoesNot() {
        Instant changed = it.clock.instant();
        it.outbox.queue(invitation(
                "invite",
                new Recipient(
                        "chen",
                        "陈志明",
                        new MobileNumber("19900000999"),
                        "chen@example.com",
                        Locale.SIMPLIFIED_CHINESE,
                        changed.plus(Duration.ofDays(1)))));

        sender.sendDue();
        assertThat(mail.taken).hasSize(1);
        assertThat(sms.taken).isEmpty();

        it.clock.set(changed.plus(Duration.ofDays(1)).minusSeconds(1));
        assertThat(sender.sendDue()).isZero();
        it.clock.set(changed.plus(Duration.ofDays(1)));
        assertThat(sender.sendDue()).isEqualTo(1);
        assertThat(sms.taken).singleElement().satisfies(message -> assertThat(message.to())
                .isEqualTo("19900000999"));
    }

    @Test
    void atNightOnlyCodesLeave() {
        it.clock.set(Instant.parse("2026-11-23T13:00:00Z"));
        it.outbox.queue(invitation("invite"));
        it.outbox.queue(code("code-1", "482913"));

        assertThat(sender.sendDue()).isZero();
        assertThat(sender.sendCodes()).isEqualTo(1);
        assertThat(sms.texts()).singleElement().asString().contains("482913");

        it.clock.set(Instant.parse("2026-11-23T23:59:59Z"));
        assertThat(sender.sendDue()).isZero();
        it.clock.set(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(sender.sendDue()).isEqualTo(2);
    }

    @Test
    void theLastMinuteBeforeNineInTheEveningIsStillDay() {
        it.clock.set(Instant.parse("2026-11-23T12:59:59Z"));
        it.outbox.queue(invitation("invite"));
        assertThat(sender.sendDue()).isEqualTo(2);
    }

    @Test
    void aCodeGoesByMailOnlyToWhoeverHasNoMobile() {
        it.outbox.queue(code("code-1", "482913"));
        sender.sendCodes();
        assertThat(mail.taken).isEmpty();
        assertThat(sms.taken).hasSize(1);
    }

    @Test
    void aCarrierThatIsAwayIsTriedAgainEverMoreSeldomForThreeDaysUnderTheSameId() {
        sms.down = true;
        it.outbox.queue(invitation(
                "invite",
                new Recipient("chen", "陈志明", new MobileNumber("19900000117"), null, Locale.SIMPLIFIED_CHINESE)));
        Instant start = it.clock.instant();
        int tries = 0;
        Duration longest = Duration.ZERO;
        Instant last = start;
        while (it.states().equals(List.of("QUEUED"))) {
            if (sender.sendDue() > 0) {
                tries++;
                Duration pause = Duration.between(last, it.clock.instant());
                longest = pause.compareTo(longest) > 0 ? pause : longest;
                last = it.clock.instant();
            }
            // by day and by night: the night's silence is not what this test is about
            it.clock.advance(Duration.ofMinutes(tries < 5 ? 1 : 30));
        }

        assertThat(it.states()).containsExactly("FAILED");
        assertThat(Duration.between(start, it.clock.instant())).isBetween(Duration.ofDays(3), Duration.ofHours(84));
        assertThat(tries).isBetween(20, 80);
        assertThat(sms.tried).hasSize(tries).containsOnly(sms.tried.get(0));
        assertThat(it.acts()).endsWith("notices.failed");
    }

    @Test
    void anAnswerThatWasLostIsAskedForBeforeTheMessageIsSentAgain() {
        sms.failingWith(new IOException("time-out"));
        it.outbox.queue(code("code-1", "482913"));
        sender.sendCodes();
        sms.tookAlready = sms.tried.get(0);

        it.clock.advance(Duration.ofMinutes(1));
        sender.sendCodes();

        assertThat(sms.tried).hasSize(1);
        assertThat(it.states()).containsExactly("SENT");
    }

    @Test
    void aCodeThatNobodyCouldUseAnyLongerIsNotSent() {
        sms.down = true;
        it.outbox.queue(code("code-1", "482913"));
        for (int minute = 0; minute <= 11; minute++) {
            sender.sendCodes();
            it.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(it.states()).containsExactly("FAILED");
    }

    @Test
    void aRefusedMessageIsNotTriedAgain() {
        sms.failingWith(new MessageCarrier.Refused("unknown number"));
        it.outbox.queue(code("code-1", "482913"));
        sender.sendCodes();
        it.clock.advance(Duration.ofMinutes(5));
        sender.sendCodes();

        assertThat(sms.tried).hasSize(1);
        assertThat(it.states()).containsExactly("FAILED");
    }

    @Test
    void aChannelWithoutCarrierSaysSoOnItsMessagesAndInHealthButKeepsTheNodeUp() {
        it.outbox.queue(invitation("invite"));
        it.sender(mail).sendDue();

        assertThat(it.states()).containsExactly("NOT_CONFIGURED", "SENT");
        var health = new NoticeChannels(List.of(mail)).health();
        assertThat(health.getStatus().getCode()).isEqualTo("UP");
        assertThat(health.getDetails()).containsEntry("SMS", "NOT_CONFIGURED").containsEntry("MAIL", "CONFIGURED");
    }

    @Test
    void whatStaffReadHoldsNoSecretBeforeOrAfterTheSending() {
        it.outbox.queue(invitation("invite"));
        it.outbox.queue(code("code-1", "482913"));
        assertThat(it.outbox.ofCase(CASE)).hasSize(3).allSatisfy(NoSecrets::assertIn);

        sender.sendCodes();
        sender.sendDue();

        assertThat(it.outbox.ofCase(CASE)).hasSize(3).allSatisfy(NoSecrets::assertIn);
        assertThat(it.jdbc
                        .sql("select n::text from notice n")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row).doesNotContain("4fJqzq0Xh2uQm1cWzY7p3A", "482913"));
    }

    @Test
    void severalNodesSendEachMessageOnce() throws Exception {
        for (int i = 0; i < 60; i++) {
            it.outbox.queue(invitation("invite-" + i));
        }
        var nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> node = () -> it.sender(sms, mail).sendDue();
            int sent = 0;
            for (var result : nodes.invokeAll(List.of(node, node, node, node))) {
                sent += result.get();
            }
            assertThat(sent).isEqualTo(120);
        } finally {
            nodes.shutdown();
        }
        assertThat(sms.tried).hasSize(60).doesNotHaveDuplicates();
        assertThat(mail.tried).hasSize(60).doesNotHaveDuplicates();
    }

    /** What must not be read. */
    private static final class NoSecrets {

        private NoSecrets() {}

        static void assertIn(Notice notice) {
            assertThat(notice.toString())
                    .doesNotContain("4fJqzq0Xh2uQm1cWzY7p3A", "482913", "19900000117", "chen@example.com");
        }
    }
}

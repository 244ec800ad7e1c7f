package org.xudai.notices;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.calendar.Calendars;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MobileNumber;
import org.xudai.testing.EmbeddedDatabase;
import org.xudai.testing.MovableClock;
import org.xudai.tracing.TestSpans;
import org.xudai.vault.TestKeys;
import org.xudai.vault.Vault;

/** An outbox on a database of its own, with carriers that do as they are told, and Mr Chen to write to. */
final class NoticeFixture {

    static final CaseNumber CASE = CaseNumber.of(2026, 1187);
    static final String LINK = "https://xd.bank.example/i/4fJqzq0Xh2uQm1cWzY7p3A";

    final MovableClock clock = new MovableClock();
    final List<Object> events = new CopyOnWriteArrayList<>();
    final DataSource database = EmbeddedDatabase.freshMigrated();
    final JdbcClient jdbc = JdbcClient.create(database);
    final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    final NoticeTable table = table(TestKeys.vault(database));
    final Outbox outbox = outbox(table);

    /** The rows as a node with another vault sees them. */
    NoticeTable table(Vault vault) {
        return new NoticeTable(jdbc, new ObjectMapper(), vault, TestKeys.hashes());
    }

    Outbox outbox(NoticeTable table) {
        return new Outbox(table, new NoticeTexts(texts(), settings()), events::add, TestSpans.none(), clock);
    }

    static NoticeSettings settings() {
        return new NoticeSettings(
                true,
                LocalTime.of(21, 0),
                LocalTime.of(8, 0),
                Duration.ofSeconds(1),
                Duration.ofDays(3),
                Duration.ofMinutes(10),
                "no-reply@bank.example",
                "【建溪银行】",
                new NoticeSettings.Sms(null, "", Duration.ofSeconds(1), Map.of()));
    }

    static ResourceBundleMessageSource texts() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/notices");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    OutboxSender sender(MessageCarrier... carriers) {
        return sender(table, carriers);
    }

    OutboxSender sender(NoticeTable table, MessageCarrier... carriers) {
        BusinessCalendar calendar = Calendars.chinese(clock);
        return new OutboxSender(
                table,
                List.copyOf(Arrays.asList(carriers)),
                settings(),
                calendar,
                events::add,
                new DataSourceTransactionManager(database),
                TestSpans.none(),
                clock);
    }

    /** What every message of a case knows. */
    static Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put("caseNumber", CASE.value());
        values.put("firm", "武夷山云溪茶业有限责任公司");
        values.put("bank", "建溪银行");
        values.put("maturity", "2027年1月18日");
        values.put("deadline", "2027年1月8日");
        values.put("officer", "李晓梅");
        values.put("officerPhone", "0599-5550104");
        values.put("materials", "营业执照");
        values.put("reason", "照片缺了一角");
        values.put("amount", "300,000.00");
        values.put("termMonths", "12");
        values.put("conditions", "");
        return values;
    }

    static Recipient mrChen(Locale language) {
        return new Recipient("chen", "陈志明", new MobileNumber("19900000117"), "chen@example.com", language);
    }

    static NoticeRequest invitation(String key) {
        return invitation(key, mrChen(Locale.SIMPLIFIED_CHINESE));
    }

    static NoticeRequest invitation(String key, Recipient to) {
        return new NoticeRequest(CASE, NoticeKind.INVITATION, to, key, values(), LINK, null);
    }

    static NoticeRequest code(String key, String code) {
        return new NoticeRequest(
                CASE, NoticeKind.SIGN_IN_CODE, mrChen(Locale.SIMPLIFIED_CHINESE), key, Map.of(), null, code);
    }

    List<String> acts() {
        return events.stream()
                .filter(NoticeEvent.class::isInstance)
                .map(event -> ((NoticeEvent) event).act())
                .toList();
    }

    List<String> states() {
        return outbox.ofCase(CASE).stream().map(Notice::state).sorted().toList();
    }

    /** A carrier that takes everything but what it was told to do otherwise, once each. */
    static final class ToldCarrier implements MessageCarrier {

        private final String channel;
        private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
        final List<OutgoingMessage> taken = new CopyOnWriteArrayList<>();
        final List<String> tried = new CopyOnWriteArrayList<>();
        volatile boolean down;
        volatile @Nullable String tookAlready;

        ToldCarrier(String channel) {
            this.channel = channel;
        }

        ToldCarrier failingWith(Exception... next) {
            failures.addAll(List.of(next));
            return this;
        }

        @Override
        public String channel() {
            return channel;
        }

        @Override
        public void send(OutgoingMessage message) throws IOException, Refused {
            tried.add(message.id());
            Exception failure = down ? new IOException("away") : failures.poll();
            if (failure instanceof Refused refused) {
                throw refused;
            }
            if (failure instanceof IOException unknown) {
                throw unknown;
            }
            taken.add(message);
        }

        @Override
        public boolean hasTaken(OutgoingMessage message) {
            return message.id().equals(tookAlready);
        }

        List<String> texts() {
            return new ArrayList<>(taken.stream().map(OutgoingMessage::text).toList());
        }
    }
}

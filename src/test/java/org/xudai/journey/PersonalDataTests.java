package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.kernel.CaseNumber;
import org.xudai.notices.OutgoingMessage;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.TestOutbox;

/**
 * One renewal from import to evidence, and then the search for what must not be where strangers read: names, numbers and
 * addresses of people, links and one-time codes, in logs, in the engine, in addresses of pages and in metrics.
 */
@RunningXudai
@AutoConfigureObservability(tracing = false)
class PersonalDataTests {

    /**
     * Tables that hold names in clear: they are searched by name, or it is the name somebody gave a file of the loan book.
     * Numbers and addresses stand in clear nowhere.
     */
    private static final Set<String> WITH_NAMES = Set.of("loan_import", "party");

    private static final String SIGNER = "欧阳秋实";
    private static final String CONTACT = "司徒映雪";
    private static final String RESIDENT_ID = "359999198609204341";

    @LocalServerPort
    int port;

    @Autowired
    TestOutbox.Sent sent;

    @Autowired
    CaseWorld world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private final Map<String, String> personal = new LinkedHashMap<>();
    private final Map<String, String> secret = new LinkedHashMap<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Test
    void nothingOfAPersonAndNoSecretIsWhereStrangersRead() {
        LoanRows loan = LoanRows.eligible().signedBy(SIGNER, CONTACT);
        String running = loan.number().substring(2);
        personal.put("name of the signer", SIGNER);
        personal.put("name of the contact", CONTACT);
        personal.put("ID number", RESIDENT_ID);
        personal.put("mobile number", "199" + running);
        personal.put("mail address", "borrower" + running + "@example.com");

        CaseNumber number = listeningToTheLogs(() -> renewed(loan));

        theLogsHoldNothing();
        theEngineHoldsNothingBut(number);
        theTablesOfTheProductHoldItWhereTheyShould();
        theObjectStoreShowsNoPaper(number);
        addressesHoldNothing(number);
        metricsHoldNothing();
    }

    @Test
    void anErrorOfTheDatabaseRepeatsNoValue() {
        DataIntegrityViolationException refused =
                catchThrowableOfType(DataIntegrityViolationException.class, () -> jdbc.sql(
                                "insert into staff (id, name, branch) values ('somebody', ?, null)")
                        .param(SIGNER)
                        .update());

        assertThat(refused).hasMessageContaining("null value").hasMessageNotContaining(SIGNER);
    }

    private CaseNumber renewed(LoanRows loan) {
        Api officer = Api.asStaff(port, "li.officer");
        importsWithARowThatIsWrong(loan);
        CaseNumber number =
                new CaseNumber(officer.post("/api/v1/renewals", "{\"loanNumber\": \"" + loan.number() + "\"}")
                        .text("caseNumber"));
        world.awaitState(number, CaseState.COLLECTING);
        looksForPeople(officer);
        Api borrower = opensTheDoor(number.value());
        borrower.put(
                        "/api/v1/my/forms/application/answers",
                        "{\"amount\": \"280,000\", \"termMonths\": \"12\", \"use\": \"采购秋茶\", \"business\": \"" + SIGNER
                                + "的茶行\", \"repaymentSource\": \"茶叶销售收入\"}")
                .ok();
        borrower.put("/api/v1/my/forms/application/answers", "{\"" + RESIDENT_ID + "\": ");
        borrower.upload("/api/v1/my/documents", SIGNER + ".exe", new byte[] {1, 2, 3}, "material=id-card");
        world.handInEverything(number);
        world.submit(number);
        world.investigated(number);
        world.decide(number, HumanTaskKind.ReviewCase, "wang.reviewer", "AGREE");
        world.decide(number, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");
        world.awaitState(number, CaseState.RENEWED);
        Api auditor = Api.asStaff(port, "auditor");
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        auditor.get("/api/v1/renewals/" + number + "/evidence").status() == 200);
        await().until(() -> jdbc.sql("select count(*) from notice where state = 'QUEUED'")
                        .query(Long.class)
                        .single()
                == 0);
        return number;
    }

    private void importsWithARowThatIsWrong(LoanRows loan) {
        String wrong = LoanRows.eligible()
                .signedBy(SIGNER, CONTACT)
                .line()
                .replace(RESIDENT_ID, RESIDENT_ID.substring(1))
                .replace("正常", RESIDENT_ID);
        Api.Answer report = Api.asStaff(port, "sun.officer")
                .upload(
                        "/api/v1/loans/import",
                        SIGNER + ".csv",
                        (LoanRows.HEADER + loan.line() + wrong).getBytes(StandardCharsets.UTF_8));
        assertThat(report.ok().path("rejected")).isNotEmpty();
        assertThat(report.json().path("rejected").toString()).doesNotContain(RESIDENT_ID);
    }

    private void looksForPeople(Api officer) {
        String name = URLEncoder.encode(SIGNER, StandardCharsets.UTF_8);
        assertThat(officer.get("/api/v1/loans?q=" + name).ok().path("items")).isNotEmpty();
        assertThat(officer.get("/api/v1/renewals?q=" + personal.get("mobile number"))
                        .status())
                .isLessThan(500);
        assertThat(officer.get("/api/v1/loans/" + RESIDENT_ID).status()).isBetween(400, 499);
        assertThat(officer.get("/api/v1/loans/" + personal.get("mobile number")).status())
                .isBetween(400, 499);
        assertThat(officer.get("/api/v1/loans/" + name).status()).isBetween(400, 499);
    }

    private Api opensTheDoor(String number) {
        String token = last(awaited(() -> sent.link(number).orElse(null)));
        secret.put("token of the link", token);
        Api nobody = Api.asNobody(port);
        assertThat(nobody.get("/i/" + token).status()).isBetween(200, 399);
        nobody.post("/api/v1/my/code", "{\"token\": \"" + token + "\"}").ok();
        String code = awaited(() -> sent.code(number).orElse(null));
        secret.put("one-time code", code);
        String other = code.equals("000001") ? "000002" : "000001";
        assertThat(nobody.post("/api/v1/my/session", door(token, other)).status())
                .isBetween(400, 499);
        String session = nobody.post("/api/v1/my/session", door(token, code))
                .ok()
                .path("accessToken")
                .asText();
        secret.put("access token", session);
        return Api.asParty(port, session);
    }

    private static String door(String token, String code) {
        return "{\"token\": \"" + token + "\", \"code\": \"" + code + "\"}";
    }

    private void theLogsHoldNothing() {
        List<String> lines = List.copyOf(log.list).stream()
                .map(event -> event.getLoggerName() + " " + event.getFormattedMessage() + " "
                        + event.getMDCPropertyMap() + " "
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
        assertThat(lines)
                .hasSizeGreaterThan(50)
                .anyMatch(line -> line.contains("/i/***"))
                .anyMatch(line -> line.contains("/api/v1/loans/***"));
        holdsNothing(String.join("\n", lines), "the logs");
    }

    private void theEngineHoldsNothingBut(CaseNumber number) {
        Set<String> tables = tables("camunda");
        assertThat(tables).hasSizeGreaterThan(40);
        StringBuilder all = new StringBuilder();
        tables.forEach(table -> all.append(rows("camunda", table)));
        assertThat(all.toString()).contains(number.value()).contains("eligible", "coInvestigation");
        holdsNothing(all.toString(), "the engine");
        assertThat(jdbc.sql("select distinct business_key_ from camunda.act_hi_procinst")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(key -> key.matches("XD\\d{4}-\\d{7}"));
        assertThat(jdbc.sql("select distinct var_type_ from camunda.act_hi_varinst")
                        .query(String.class)
                        .list())
                .as("primitive facts, no objects and no files")
                .isSubsetOf("boolean", "string", "long", "integer");
    }

    private void theTablesOfTheProductHoldItWhereTheyShould() {
        Set<String> withNames = new TreeSet<>();
        Set<String> withNumbers = new TreeSet<>();
        for (String table : tables("xudai")) {
            String rows = rows("xudai", table);
            secret.forEach((what, value) ->
                    assertThat(found(rows, value)).as(what + " in " + table).isFalse());
            personal.forEach((what, value) -> {
                if (found(rows, value)) {
                    (what.startsWith("name") ? withNames : withNumbers).add(table);
                }
            });
        }
        assertThat(withNames).isEqualTo(WITH_NAMES);
        assertThat(withNumbers).isEmpty();
    }

    private void theObjectStoreShowsNoPaper(CaseNumber number) {
        MinioClient store = MinioClient.builder()
                .endpoint(setting("endpoint"))
                .credentials(setting("access-key"), setting("secret-key"))
                .build();
        int seen = 0;
        try {
            for (Result<Item> item : store.listObjects(
                    ListObjectsArgs.builder().bucket("xudai").recursive(true).build())) {
                String key = item.get().objectName();
                assertThat(key).contains(number.value());
                byte[] bytes;
                try (InputStream in = store.getObject(
                        GetObjectArgs.builder().bucket("xudai").object(key).build())) {
                    bytes = in.readAllBytes();
                }
                String content = new String(bytes, StandardCharsets.ISO_8859_1);
                assertThat(content).as(key).doesNotContain("%PDF", "JFIF", "Exif", "IHDR", "SHA256SUMS");
                holdsNothing(new String(bytes, StandardCharsets.UTF_8), key);
                seen++;
            }
        } catch (MinioException | IOException e) {
            throw new IllegalStateException(e);
        }
        assertThat(seen).as("forms, papers, previews and the box").isGreaterThan(10);
    }

    private String setting(String name) {
        return environment.getRequiredProperty("xudai.store." + name);
    }

    private void addressesHoldNothing(CaseNumber number) {
        List<String> links = sent.of(number.value()).stream()
                .map(OutgoingMessage::link)
                .filter(Objects::nonNull)
                .toList();
        assertThat(links).isNotEmpty().allMatch(link -> link.matches("https?://[^/]+/i/[\\w-]+"));
        personal.forEach((what, value) -> assertThat(links).as(what).noneMatch(link -> found(link, value)));
        String read = new String(
                Api.asStaff(port, "li.officer")
                        .get("/api/v1/notices?caseNumber=" + number)
                        .bytes(),
                StandardCharsets.UTF_8);
        assertThat(read).contains("INVITATION");
        secret.forEach((what, value) -> assertThat(found(read, value)).as(what).isFalse());
    }

    private void metricsHoldNothing() {
        String metrics = new String(
                Api.asStaff(port, "admin").get("/actuator/prometheus").bytes(), StandardCharsets.UTF_8);
        assertThat(metrics).contains("http_server_requests_seconds_count").contains("uri=\"/i/{");
        holdsNothing(metrics, "the metrics");
    }

    private void holdsNothing(String text, String where) {
        personal.forEach((what, value) ->
                assertThat(found(text, value)).as(what + " in " + where).isFalse());
        secret.forEach((what, value) ->
                assertThat(found(text, value)).as(what + " in " + where).isFalse());
    }

    /** Whether a value stands in a text as it is, in the form of an address, or as bytes of a column. */
    private static boolean found(String text, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(value) + "(?![0-9A-Za-z])")
                        .matcher(text)
                        .find()
                || (bytes.length > value.length() && text.contains(URLEncoder.encode(value, StandardCharsets.UTF_8)))
                || (bytes.length > 8 && text.contains(HexFormat.of().formatHex(bytes)));
    }

    private Set<String> tables(String schema) {
        return new TreeSet<>(jdbc.sql(
                        "select table_name from information_schema.tables where table_schema = ? and table_type = 'BASE TABLE'")
                .param(schema)
                .query(String.class)
                .list());
    }

    private String rows(String schema, String table) {
        return String.join(
                "\n",
                jdbc.sql("select cast(r as text) from " + schema + "." + table + " r")
                        .query(String.class)
                        .list());
    }

    private <T> T listeningToTheLogs(Supplier<T> story) {
        Logger everything = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        List<Logger> ours =
                List.of((Logger) LoggerFactory.getLogger("org.xudai"), (Logger) LoggerFactory.getLogger("org.camunda"));
        log.start();
        everything.addAppender(log);
        ours.forEach(logger -> logger.setLevel(Level.DEBUG));
        try {
            return story.get();
        } finally {
            ours.forEach(logger -> logger.setLevel(null));
            everything.detachAppender(log);
        }
    }

    private static String last(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static <T> T awaited(Callable<? extends @Nullable T> source) {
        return Objects.requireNonNull(await().atMost(Duration.ofSeconds(30)).until(source::call, Objects::nonNull));
    }
}

package org.xudai.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.audit.AuditSeals;
import org.xudai.audit.Sealing;
import org.xudai.bankseal.SealKey;
import org.xudai.bankseal.TestSealKeys;
import org.xudai.command.Console;
import org.xudai.command.Ending;
import org.xudai.command.Room;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** The command that checks the record: it ends with 0 where all holds, and names the first entry that does not. */
@RunningXudai
class VerifyCommandTests {

    @Autowired
    CaseWorld world;

    @Autowired
    EvidenceBoxes boxes;

    @Autowired
    AuditSeals seals;

    @Autowired
    Sealing sealing;

    @Autowired
    SealKey key;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Environment environment;

    @TempDir
    Path directory;

    private CaseNumber number = CaseNumber.of(2026, 1);
    private String told = "";

    @BeforeEach
    void aCase() {
        number = world.submitted(LoanRows.eligible());
    }

    @Test
    void allChainsHoldAsLongAsNobodyTouchesThem() {
        assertThat(verify()).as(told).isZero();
        assertThat(told).containsPattern("核对了 [1-9]\\d* 条链、[1-9][\\d,]* 条记录，未发现改动");
        assertThat(verify(number.value())).isZero();
    }

    @Test
    void aTamperedRowIsNamedByCaseAndPosition() {
        tampered("update audit_entry set actor_id = 'somebody.else' where chain = ? and position = 3", () -> {
            assertThat(verify()).isEqualTo(1);
            assertThat(told).contains(number + "：从第 3 条记录起不符，内容与哈希不符");
            assertThat(verify(number.value())).isEqualTo(1);
        });
    }

    @Test
    void aRowTakenOutIsNamed() {
        tampered("delete from audit_entry where chain = ? and position = 2", () -> {
            assertThat(verify(number.value())).isEqualTo(1);
            assertThat(told).contains("从第 2 条记录起不符");
        });
    }

    @Test
    void aTailCutOffIsNamed() {
        tampered(
                "delete from audit_entry where chain = ? and position = (select max(position) from audit_entry e"
                        + " where e.chain = audit_entry.chain)",
                () -> {
                    assertThat(verify(number.value())).isEqualTo(1);
                    assertThat(told).contains(number + "：从第", "缺少记录或顺序不对");
                });
    }

    @Test
    void aBoxIsCheckedWithoutADatabase() throws IOException {
        Path box = directory.resolve("box.zip");
        try (OutputStream out = Files.newOutputStream(box)) {
            boxes.write(number, out);
        }
        assertThat(run(List.of(box.toString()))).as(told).isZero();
        assertThat(told).contains(number.value(), "未发现改动");

        Path other = Files.write(directory.resolve("other.zip"), new byte[100]);
        assertThat(run(List.of(box.toString(), other.toString()))).isEqualTo(1);
        assertThat(told).contains("other.zip：不是完整的存证包");
    }

    @Test
    void aSealedEntryTakenOutIsNamedWithItsSeal() {
        sealing.sealNow();
        tampered("delete from audit_entry where chain = ? and position = 2", () -> {
            assertThat(verify()).isEqualTo(1);
            assertThat(told).containsPattern(number + "：第 2 条记录已经不在（封签 [1-9]\\d*）");
            assertThat(verify(number.value())).isEqualTo(1);
        });
        assertThat(verify()).as(told).isZero();
        assertThat(told).containsPattern("核对了 [1-9][\\d,]* 个封签、其中 [1-9][\\d,]* 条记录");
    }

    @Test
    void aBoxGivenOutLongAgoTellsThatTheRecordWasWrittenAnew() throws IOException {
        Path box = directory.resolve("then.zip");
        try (OutputStream out = Files.newOutputStream(box)) {
            boxes.write(number, out);
        }
        assertThat(verify(box.toString())).as(told).isZero();
        assertThat(told).containsPattern("[1-9]\\d* 个封签与数据库里的相同");

        long seal = seals.proofsOf(number).get(0).seal();
        behindTheTriggers(() -> jdbc.sql("update audit_seal set hash = reverse(hash) where number = ?")
                .param(seal)
                .update());
        try {
            assertThat(verify(box.toString())).isEqualTo(1);
            assertThat(told).contains("封签 " + seal + "：数据库里的与存证包里的不同");
        } finally {
            behindTheTriggers(() -> jdbc.sql("update audit_seal set hash = reverse(hash) where number = ?")
                    .param(seal)
                    .update());
        }
    }

    @Test
    void itSaysWhichCertificateItBelievedAndWhetherATrustedOneVouchesForIt() throws IOException {
        Path box = directory.resolve("signed.zip");
        try (OutputStream out = Files.newOutputStream(box)) {
            boxes.write(number, out);
        }
        Path own = Files.writeString(
                directory.resolve("own.pem"), key.certificate().pem());
        Path other = Files.writeString(directory.resolve("other.pem"), TestSealKeys.pem(TestSealKeys.root()));

        assertThat(verify(box.toString(), number.value())).as(told).isZero();
        assertThat(told)
                .containsPattern("封签 .*（证书 SHA-256 " + key.id() + "）签名。没有给出可信证书")
                .contains("No bank");
        assertThat(verify(box.toString(), number.value(), "--trust=" + other, "--trust=" + own))
                .as(told)
                .isZero();
        assertThat(told).contains("给出的可信证书证明了它").doesNotContain("没有给出可信证书");
        assertThat(run(List.of(box.toString(), "--trust=" + other))).isEqualTo(1);
        assertThat(told).contains("签名所用的证书没有得到可信证书的证明");
        assertThat(verify(number.value(), "--trust=" + other)).isEqualTo(1);
        assertThat(run(List.of(box.toString(), "--trust=" + box))).isEqualTo(2);
        assertThat(told).contains("读不了可信证书");
    }

    @Test
    void itNeverHoldsThePrivateKey() {
        List<String> settings = new ArrayList<>(database());
        settings.add("--xudai.bank-seal.key-file=" + environment.getProperty("xudai.bank-seal.key-file"));
        settings.add("--xudai.bank-seal.password-file=" + environment.getProperty("xudai.bank-seal.password-file"));
        Console console = new Console(new PrintStream(OutputStream.nullOutputStream()), Locale.CHINA, "evidence");

        Ending ending = Room.open(VerifyCommand.RecordReader.class, withKeys(settings), console, room -> {
            assertThat(room.getBeansOfType(SealKey.class)).isEmpty();
            assertThat(room.getBeansOfType(Sealing.class)).isEmpty();
            assertThat(room.getBeansOfType(AuditSeals.class)).isNotEmpty();
            return Ending.GOOD;
        });
        assertThat(ending).isEqualTo(Ending.GOOD);
    }

    @Test
    void whatCannotBeCheckedIsNeverSaidToHold() {
        assertThat(run(List.of("perhaps"))).isEqualTo(2);
        assertThat(run(List.of(directory.resolve("missing.zip").toString()))).isEqualTo(2);
        assertThat(verify(CaseNumber.of(2025, 77).value())).isEqualTo(2);
        assertThat(run(withKeys(List.of(
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
                        "--spring.datasource.hikari.connection-timeout=300"))))
                .as(told)
                .isEqualTo(2);
        assertThat(told).contains("连不上数据库");
        assertThat(run(List.of("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none")))
                .isEqualTo(2);
        assertThat(told).contains("xudai.vault.key-encryption-key-file is not set");
    }

    @Test
    void itSpeaksEnglishToo() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new VerifyCommand(new PrintStream(out, true, StandardCharsets.UTF_8), Locale.ENGLISH).run(List.of("perhaps"));

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("is not understood");
    }

    /** Does something to the chain behind the product's back, past its triggers, and puts it right again afterwards. */
    private void tampered(String sql, Runnable check) {
        behindTheTriggers(() -> {
            jdbc.sql("create table xudai.kept as select * from audit_entry where chain = ?")
                    .param(number.value())
                    .update();
            assertThat(jdbc.sql(sql).param(number.value()).update()).isEqualTo(1);
        });
        try {
            check.run();
        } finally {
            behindTheTriggers(() -> {
                jdbc.sql("delete from audit_entry e using xudai.kept k"
                                + " where e.chain = k.chain and e.position = k.position")
                        .update();
                jdbc.sql("insert into audit_entry select * from xudai.kept").update();
                jdbc.sql("drop table xudai.kept").update();
            });
        }
    }

    private void behindTheTriggers(Runnable act) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            act.run();
        });
    }

    private int verify(String... words) {
        List<String> arguments = new ArrayList<>(Arrays.asList(words));
        arguments.addAll(database());
        return run(withKeys(arguments));
    }

    private List<String> database() {
        List<String> arguments = new ArrayList<>();
        for (String setting : List.of("url", "username", "password")) {
            arguments.add("--spring.datasource." + setting + "="
                    + Objects.requireNonNull(environment.getProperty("spring.datasource." + setting)));
        }
        return arguments;
    }

    private List<String> withKeys(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        for (String setting : List.of("key-encryption-key-file", "search-hash-key-file")) {
            all.add("--xudai.vault." + setting + "="
                    + Objects.requireNonNull(environment.getProperty("xudai.vault." + setting)));
        }
        return all;
    }

    private int run(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new VerifyCommand(new PrintStream(out, true, StandardCharsets.UTF_8), Locale.CHINA).run(arguments);
        told = out.toString(StandardCharsets.UTF_8);
        return code;
    }
}

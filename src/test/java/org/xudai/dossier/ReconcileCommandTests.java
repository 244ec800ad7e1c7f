package org.xudai.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.xudai.dossier.Reconciliation.Difference;
import org.xudai.dossier.Reconciliation.Kind;

/** The command that compares rows with objects, as after a restore. */
@Tag("servers")
class ReconcileCommandTests {

    private final DossierFixture world = new DossierFixture();
    private String told = "";

    @AfterEach
    void theStoreStops() {
        world.close();
    }

    @Test
    void whereEveryDocumentHasItsBytesItSaysSo() {
        Document document = world.received(DossierFixture.LICENCE, (byte) 1);
        world.dossier.storePreview(document.id(), 1, new byte[] {1});
        world.received(DossierFixture.LICENCE, (byte) 2);

        assertThat(reconcile()).as(told).isZero();
        assertThat(told).contains("比对了 3 个登记、3 个存储对象，每份文件的内容都在");
    }

    @Test
    void aStoreOlderThanTheDatabaseIsToldDocumentByDocument() {
        List<Document> documents = new ArrayList<>();
        for (byte i = 0; i < 20; i++) {
            documents.add(world.received(DossierFixture.LICENCE, i));
        }
        Document first = documents.get(3);
        Document second = documents.get(11);
        world.store.remove(first.files().get(0).objectKey());
        world.store.remove(second.files().get(0).objectKey());

        assertThat(reconcile()).isEqualTo(1);
        assertThat(told)
                .contains(first.id().toString(), second.id().toString(), "有 2 份内容缺失")
                .doesNotContain(documents.get(4).id().toString());
    }

    @Test
    void aDatabaseOlderThanTheStoreIsToldObjectByObjectOnceTheyAreNotOnTheirWay() throws IOException {
        world.clock.set(Clock.systemUTC().instant()); // the store has a clock of its own
        world.received(DossierFixture.LICENCE, (byte) 1);
        world.store.write("cases/A/lost", new ByteArrayInputStream(new byte[3]));
        world.store.write("cases/z/lost", new ByteArrayInputStream(new byte[3]));
        assertThat(differences()).isEmpty();

        world.clock.advance(Duration.ofHours(2));

        assertThat(differences())
                .containsExactly(
                        new Difference(Kind.ROW_MISSING, "cases/A/lost", null),
                        new Difference(Kind.ROW_MISSING, "cases/z/lost", null));
    }

    @Test
    void whereNoNodeWorksNothingIsOnItsWayAndEverythingIsTold() throws IOException {
        world.store.write("cases/A/lost", new ByteArrayInputStream(new byte[3]));
        assertThat(reconcile()).isZero();
        assertThat(told).doesNotContain("cases/A/lost");

        assertThat(reconcile("--at-rest")).isZero();
        assertThat(told).contains("cases/A/lost");
    }

    @Test
    void whatCannotBeComparedIsNeverSaidToHold() {
        world.received(DossierFixture.LICENCE, (byte) 1);

        assertThat(run(List.of("perhaps"))).isEqualTo(2);
        world.server.stop();
        assertThat(reconcile()).isEqualTo(2);
        assertThat(told).contains("连不上对象存储");
    }

    @Test
    void whereTheDatabaseIsAwayNothingWasCompared() {
        assertThat(reconcileOn(
                        "jdbc:postgresql://127.0.0.1:1/xudai", "--spring.datasource.hikari.connection-timeout=250"))
                .isEqualTo(2);
        assertThat(told).contains("连不上数据库");
    }

    private List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        new Reconciliation(
                        world.store,
                        new JdbcTemplate(world.database),
                        new DataSourceTransactionManager(world.database),
                        world.clock)
                .compare(false, found::add);
        return found;
    }

    private int reconcile(String... words) {
        return reconcileOn(((PGSimpleDataSource) world.database).getUrl(), words);
    }

    private int reconcileOn(String database, String... words) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--xudai.store.endpoint=" + world.settings.endpoint(),
                "--xudai.store.access-key=" + world.settings.accessKey(),
                "--xudai.store.secret-key=" + world.settings.secretKey()));
        arguments.addAll(List.of(words));
        return run(arguments);
    }

    private int run(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code =
                new ReconcileCommand(new PrintStream(out, true, StandardCharsets.UTF_8), Locale.CHINA).run(arguments);
        told = out.toString(StandardCharsets.UTF_8);
        return code;
    }
}

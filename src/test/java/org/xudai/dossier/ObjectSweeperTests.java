package org.xudai.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a crash leaves in the store is cleared away after a day, and nothing else. */
@Tag("servers")
class ObjectSweeperTests {

    private final DossierFixture world = new DossierFixture();

    @BeforeEach
    void standAtTheStoresOwnTime() {
        world.clock.set(Clock.systemUTC().instant());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anObjectWithoutADocumentGoesAfterADay() throws Exception {
        world.store.write("cases/2026/lost", new ByteArrayInputStream(new byte[3]));
        world.store.write("previews/x/lost", new ByteArrayInputStream(new byte[3]));
        Document kept = world.received(DossierFixture.LICENCE, (byte) 1);
        world.dossier.storePreview(kept.id(), 1, new byte[] {1});

        world.clock.advance(Duration.ofHours(23));
        world.sweeper().sweep();
        assertThat(world.keys()).contains("cases/2026/lost", "previews/x/lost").hasSize(4);

        world.clock.advance(Duration.ofHours(2));
        world.sweeper().sweep();
        assertThat(world.keys())
                .doesNotContain("cases/2026/lost", "previews/x/lost")
                .hasSize(2);
        assertThat(world.bytesOf(kept.files().get(0))).containsExactly(1);
        assertThat(world.dossier.preview(kept.id(), 1)).isPresent();
    }

    @Test
    void whatARestoredStoreBringsBackOfAnErasedCaseGoesToo() {
        world.received(DossierFixture.LICENCE, (byte) 1);
        new DocumentErasure(world.store, JdbcClient.create(world.database))
                .bury(DossierFixture.CASE, world.clock.instant());
        world.clock.advance(Duration.ofHours(25));

        world.sweeper().sweep();

        assertThat(world.keys()).isEmpty();
    }

    @Test
    void oneNodeSweepsWhileTheOtherDoesSomethingElse() throws Exception {
        world.store.write("cases/2026/lost", new ByteArrayInputStream(new byte[3]));
        world.clock.advance(Duration.ofHours(25));
        AtomicBoolean done = new AtomicBoolean();

        boolean here = new OneNode(world.database).run("dossier.sweep", () -> {
            world.sweeper().sweep();
            done.set(world.keys().contains("cases/2026/lost"));
        });

        assertThat(here).isTrue();
        assertThat(done).as("the other node left it alone").isTrue();
        world.sweeper().sweep();
        assertThat(world.keys()).isEmpty();
    }

    @Test
    void moreRubbishThanOneLookHoldsIsClearedToo() throws Exception {
        for (int i = 0; i < 501; i++) {
            world.store.write("previews/many/" + i, new ByteArrayInputStream(new byte[1]));
        }
        world.clock.advance(Duration.ofHours(25));

        world.sweeper().sweep();

        assertThat(world.keys()).isEmpty();
    }

    @Test
    void whereTheStoreIsAwayTheSweeperWaitsForItsNextRound() {
        world.server.stop();

        world.sweeper().sweep();

        assertThat(world.documents.ofCase(DossierFixture.CASE)).isEmpty();
    }
}

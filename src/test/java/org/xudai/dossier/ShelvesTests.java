package org.xudai.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.vault.DataKeyDestroyed;

/** What belongs to no case stands on shelves, as safe as what does, and goes as a whole. */
@Tag("servers")
class ShelvesTests {

    private static final byte[] SCAN = {1, 2, 3, 4};
    private static final UUID SHELF = UUID.randomUUID();

    private final DossierFixture world = new DossierFixture();
    private final Shelves shelves =
            new Shelves(world.objects, world.store, world.vault, JdbcClient.create(world.database));
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(world.database));

    @BeforeEach
    void standAtTheStoresOwnTime() {
        world.clock.set(Clock.systemUTC().instant());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private ShelvedObject stored() throws IOException {
        return shelves.store(SHELF, new ByteArrayInputStream(SCAN), SCAN.length);
    }

    private ShelvedObject kept() throws IOException {
        ShelvedObject object = stored();
        transaction.executeWithoutResult(status -> shelves.keep(SHELF, object));
        return object;
    }

    @Test
    void whatIsKeptStaysAndWhatIsNotIsSweptAfterADay() throws IOException {
        ShelvedObject kept = kept();
        ShelvedObject lost = stored();
        world.clock.advance(Duration.ofHours(25));

        world.sweeper().sweep();

        assertThat(world.keys()).containsExactly(kept.key());
        assertThat(kept).isEqualTo(new ShelvedObject(kept.key(), SCAN.length, lost.sha256()));
        try (InputStream bytes = shelves.open(SHELF, kept.key())) {
            assertThat(bytes.readAllBytes()).isEqualTo(SCAN);
        }
    }

    @Test
    void moreThanIsAllowedIsNotTaken() {
        assertThatThrownBy(() -> shelves.store(SHELF, new ByteArrayInputStream(SCAN), SCAN.length - 1))
                .isInstanceOf(FileTooLarge.class);
        assertThat(world.keys()).isEmpty();
    }

    @Test
    void aForgottenShelfIsUnreadableBeforeItsBytesAreGone() throws IOException {
        ShelvedObject object = kept();

        transaction.executeWithoutResult(status -> shelves.forget(SHELF));

        assertThat(world.keys()).containsExactly(object.key());
        assertThatThrownBy(() -> shelves.open(SHELF, object.key())).isInstanceOf(DataKeyDestroyed.class);
        shelves.clear(SHELF);
        assertThat(world.keys()).isEmpty();
    }

    @Test
    void whatIsReleasedGoesAndTheRestOfTheShelfStays() throws IOException {
        ShelvedObject one = kept();
        ShelvedObject other = kept();

        transaction.executeWithoutResult(status -> shelves.release(List.of(one.key())));
        shelves.drop(List.of(one.key()));

        assertThat(world.keys()).containsExactly(other.key());
    }

    @Test
    void theComparisonKnowsThem() throws IOException {
        ShelvedObject gone = kept();
        kept();
        world.store.remove(gone.key());
        List<Reconciliation.Difference> differences = new ArrayList<>();

        new Reconciliation(
                        world.store,
                        new JdbcTemplate(world.database),
                        new DataSourceTransactionManager(world.database),
                        world.clock)
                .compare(true, differences::add);

        assertThat(differences)
                .containsExactly(new Reconciliation.Difference(
                        Reconciliation.Kind.OBJECT_MISSING, gone.key(), SHELF.toString()));
    }
}

package org.xudai.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the rows of documents and shelves with the objects of the store, both in the order of their keys, in bounded memory and
 * while the system works: what is on its way from one to the other is not told, and a document that was erased has no bytes
 * to miss.
 */
@Component
class Reconciliation {

    /** An object is written before its row; one that is younger may still get it. */
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);

    private static final int ROWS_AT_ONCE = 1000;

    private static final String ROWS = """
            select object_key, belongs::text from (
                select f.object_key, d.id as belongs from document_file f
                    join document d on d.id = f.document_id and d.erased_at is null
                union all
                select p.object_key, d.id from document_preview p
                    join document d on d.id = p.document_id and d.erased_at is null
                union all
                select object_key, shelf from shelf_object) o
            where object_key like ? || '%'
            order by object_key collate "C"
            """;

    private final ObjectStore store;
    private final JdbcTemplate rows;
    private final TransactionTemplate reading;
    private final Clock clock;

    Reconciliation(ObjectStore store, JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.rows = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.rows.setFetchSize(ROWS_AT_ONCE);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What is wrong. */
    enum Kind {
        /** Bytes of a document or a shelf are not in the store. */
        OBJECT_MISSING,
        /** Bytes that belong to no document; the sweeper takes them away. */
        ROW_MISSING
    }

    /**
     * One difference.
     *
     * @param key key of the object
     * @param document id of the document or shelf, where there is one
     */
    record Difference(Kind kind, String key, @Nullable String document) {}

    /** How much was compared. */
    record Compared(long rows, long objects) {}

    /**
     * Compares everything.
     *
     * @param atRest whether nothing works that could have bytes on their way: then those of any age are named
     * @param taker gets each difference as it is found
     * @throws ObjectStoreUnavailable where the store gives no usable answer
     */
    Compared compare(boolean atRest, Consumer<Difference> taker) {
        Instant settled = atRest ? Instant.MAX : clock.instant().minus(ON_ITS_WAY);
        Compared previews = compare(StoredDossier.PREVIEWS, settled, taker);
        Compared originals = compare(StoredDossier.ORIGINALS, settled, taker);
        Compared shelves = compare(Shelves.PREFIX, settled, taker);
        return new Compared(
                previews.rows() + originals.rows() + shelves.rows(),
                previews.objects() + originals.objects() + shelves.objects());
    }

    private Compared compare(String prefix, Instant settled, Consumer<Difference> taker) {
        List<Row> missing = new ArrayList<>();
        Compared compared = Objects.requireNonNull(reading.execute(status -> {
            try (Stream<Row> all =
                    rows.queryForStream(ROWS, (row, number) -> new Row(row.getString(1), row.getString(2)), prefix)) {
                return new Pass(all.iterator(), settled, missing, taker).over(prefix);
            }
        }));
        // the listing may have passed the place before the object was there
        missing.stream()
                .filter(row -> !isThere(row.key()))
                .forEach(row -> taker.accept(new Difference(Kind.OBJECT_MISSING, row.key(), row.document())));
        return compared;
    }

    private boolean isThere(String key) {
        AtomicBoolean there = new AtomicBoolean();
        store.list(key, object -> there.compareAndSet(false, object.key().equals(key)));
        return there.get();
    }

    private record Row(String key, String document) {}

    /** One walk along both lists. */
    private final class Pass {

        private final Iterator<Row> left;
        private final List<Row> missing;
        private final Consumer<Difference> taker;
        private final Instant settled;
        private @Nullable Row next;
        private long seenRows;
        private long seenObjects;

        Pass(Iterator<Row> left, Instant settled, List<Row> missing, Consumer<Difference> taker) {
            this.left = left;
            this.settled = settled;
            this.missing = missing;
            this.taker = taker;
            advance();
        }

        Compared over(String prefix) {
            store.list(prefix, this::take);
            for (Row row = next; row != null; row = next) {
                missing.add(row);
                advance();
            }
            return new Compared(seenRows, seenObjects);
        }

        private void take(ObjectStore.Listed object) {
            seenObjects++;
            Row row = next;
            while (row != null && row.key().compareTo(object.key()) < 0) {
                missing.add(row);
                advance();
                row = next;
            }
            if (row != null && row.key().equals(object.key())) {
                advance();
            } else if (object.writtenAt().isBefore(settled)) {
                taker.accept(new Difference(Kind.ROW_MISSING, object.key(), null));
            }
        }

        private void advance() {
            next = left.hasNext() ? left.next() : null;
            seenRows += next == null ? 0 : 1;
        }
    }
}

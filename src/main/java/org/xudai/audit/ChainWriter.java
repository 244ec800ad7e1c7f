package org.xudai.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Sha256;

/** Writes every {@link Auditable} event, alone or among {@link Acts}, to its chain, in the transaction of the act; without one there is no act. */
@Component
class ChainWriter {

    /** The chain of acts that belong to no case. */
    static final String BOOK = "book";

    private final JdbcClient jdbc;
    private final PayloadTable payloads;
    private final Clock clock;

    ChainWriter(JdbcClient jdbc, PayloadTable payloads, Clock clock) {
        this.jdbc = jdbc;
        this.payloads = payloads;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Auditable event) {
        String chain = nameOf(event);
        Entry entry = entry(chain, lock(chain), event, now());
        jdbc.sql("insert into audit_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        chain,
                        entry.position(),
                        Timestamp.from(entry.at()),
                        entry.act(),
                        entry.actor().kind().name(),
                        entry.actor().id(),
                        entry.facts(),
                        entry.payloadHash(),
                        entry.previous(),
                        entry.hash())
                .update();
        jdbc.sql("update audit_chain set length = ?, head = ? where chain = ?")
                .params(entry.position(), entry.hash(), chain)
                .update();
    }

    /** Writes many in one statement a chain. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Acts many) {
        Instant at = now();
        Map<String, List<Auditable>> byChain = new TreeMap<>(); // chains are always locked in one order
        many.acts().forEach(act -> byChain.computeIfAbsent(nameOf(act), chain -> new ArrayList<>())
                .add(act));
        byChain.forEach((chain, acts) -> {
            Head head = lock(chain);
            List<Entry> entries = new ArrayList<>();
            for (Auditable act : acts) {
                Entry entry = entry(chain, head, act, at);
                entries.add(entry);
                head = new Head(entry.position(), entry.hash());
            }
            append(chain, at, entries);
        });
    }

    private void append(String chain, Instant at, List<Entry> entries) {
        jdbc.sql("select append_to_chain(?, ?::bigint[], ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        chain,
                        entries.stream().map(Entry::position).toArray(Long[]::new),
                        Timestamp.from(at),
                        texts(entries, Entry::act),
                        texts(entries, entry -> entry.actor().kind().name()),
                        texts(entries, entry -> entry.actor().id()),
                        texts(entries, Entry::facts),
                        texts(entries, Entry::payloadHash),
                        texts(entries, Entry::previous),
                        texts(entries, Entry::hash))
                .query(row -> {});
    }

    private static String[] texts(List<Entry> entries, Function<Entry, String> text) {
        return entries.stream().map(text).toArray(String[]::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Entry entry(String chain, Head head, Auditable event, Instant at) {
        long position = head.length() + 1;
        String facts = CanonicalJson.write(event.facts());
        String payloadHash = payloads.keep(chain, position, event.personal());
        Sha256 hash = EntryHash.ofEntry(
                EntryHash.canonical(chain, position, at, event.act(), event.actor(), facts, payloadHash, head.hash()));
        return new Entry(position, at, event.act(), event.actor(), facts, payloadHash, head.hash(), hash.value());
    }

    private record Entry(
            long position,
            Instant at,
            String act,
            Actor actor,
            String facts,
            String payloadHash,
            String previous,
            String hash) {}

    private record Head(long length, String hash) {}

    /** The chain's row stays locked to the end of the transaction, so that positions have no gaps. */
    private Head lock(String chain) {
        return locked(chain).orElseGet(() -> {
            jdbc.sql("insert into audit_chain values (?, 0, ?) on conflict do nothing")
                    .params(chain, EntryHash.START.value())
                    .update();
            return locked(chain).orElseThrow();
        });
    }

    private Optional<Head> locked(String chain) {
        return jdbc.sql("select length, head from audit_chain where chain = ? for update")
                .param(chain)
                .query((row, number) -> new Head(row.getLong("length"), row.getString("head")))
                .optional();
    }

    private static String nameOf(Auditable event) {
        CaseNumber caseNumber = event.caseNumber();
        return caseNumber == null ? BOOK : caseNumber.value();
    }
}

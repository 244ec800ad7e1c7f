package org.xudai.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Sha256;

/** Writes every {@link Auditable} event to its chain, in the transaction of the act; without one there is no act. */
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
        Head head = lock(chain);
        long position = head.length() + 1;
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String facts = CanonicalJson.write(event.facts());
        String payloadHash = payloads.keep(chain, position, event.personal());
        Sha256 hash = EntryHash.ofEntry(
                EntryHash.canonical(chain, position, at, event.act(), event.actor(), facts, payloadHash, head.hash()));
        jdbc.sql("insert into audit_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        chain,
                        position,
                        Timestamp.from(at),
                        event.act(),
                        event.actor().kind().name(),
                        event.actor().id(),
                        facts,
                        payloadHash,
                        head.hash(),
                        hash.value())
                .update();
        jdbc.sql("update audit_chain set length = ?, head = ? where chain = ?")
                .params(position, hash.value(), chain)
                .update();
    }

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

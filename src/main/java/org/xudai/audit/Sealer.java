package org.xudai.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.bankseal.NeedsSealKey;
import org.xudai.kernel.Sha256;

/**
 * Puts the new entries of all chains under a seal and signs it. One node of all is at it: the advisory lock is the transaction's and
 * goes with it, so that a node that dies leaves either a whole seal or nothing.
 */
@Component
@NeedsSealKey
class Sealer implements Sealing {

    /** So many entries come under one seal at the most: 640 kB of hashes. */
    static final int AT_ONCE = 10_000;

    private static final String LOCK = "hashtextextended('audit.seal', 0)";

    private final SealTable seals;
    private final SealSigner signer;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sealer(SealTable seals, SealSigner signer, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.seals = seals;
        this.signer = signer;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Seals what is new, unless another node is at it. */
    @Scheduled(fixedDelayString = "${xudai.audit.seal-every:1m}", initialDelayString = "${xudai.audit.seal-every:1m}")
    void seal() {
        sealAll("select pg_try_advisory_xact_lock(" + LOCK + ")");
    }

    /** After whoever is at it. */
    @Override
    public void sealNow() {
        sealAll("select pg_advisory_xact_lock(" + LOCK + ") is not null");
    }

    private void sealAll(String lock) {
        int sealed = AT_ONCE;
        while (sealed == AT_ONCE) {
            Integer now = transaction.execute(status -> sealOnce(lock));
            sealed = now == null ? 0 : now;
        }
    }

    private int sealOnce(String lock) {
        if (!jdbc.sql(lock).query(Boolean.class).single()) {
            return 0;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!signer.isAble(now)) {
            return 0;
        }
        signer.signFound(now);
        List<SealTable.Waiting> entries = seals.waiting(AT_ONCE);
        if (entries.isEmpty()) {
            return 0;
        }
        Sha256 root = MerkleTree.over(
                        entries.stream().map(SealTable.Waiting::hash).toList())
                .root();
        Optional<Seal> last = seals.last();
        Seal seal = Seal.after(
                last.map(Seal::number).orElse(0L) + 1,
                last.map(Seal::hash).orElse(EntryHash.START),
                now,
                entries.size(),
                root);
        seals.insert(seal, entries);
        signer.sign(seal, now);
        return entries.size();
    }
}

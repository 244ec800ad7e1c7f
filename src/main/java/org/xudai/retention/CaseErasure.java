package org.xudai.retention;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.audit.AuditTrail;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.dossier.DocumentErasure;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.CaseProcess;
import org.xudai.renewal.EndedCases;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.Trace;
import org.xudai.vault.Vault;

/**
 * Erases a case: first the tombstones, in one transaction, then the objects, then the rows with the data key, in another.
 * Killed anywhere between, it goes on where it was: objects that are gone are gone, and the second transaction is whole or
 * did not happen.
 */
@Component
class CaseErasure {

    private final EndedCases cases;
    private final RetentionClocks clocks;
    private final LegalHolds holds;
    private final ErasureTable erasures;
    private final DocumentErasure documents;
    private final Oblivion oblivion;
    private final CaseProcess process;
    private final AuditTrail trail;
    private final CertificateWriter certificates;
    private final Vault vault;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    CaseErasure(
            EndedCases cases,
            RetentionClocks clocks,
            LegalHolds holds,
            ErasureTable erasures,
            DocumentErasure documents,
            Oblivion oblivion,
            CaseProcess process,
            AuditTrail trail,
            CertificateWriter certificates,
            Vault vault,
            BusinessCalendar calendar,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.clocks = clocks;
        this.holds = holds;
        this.erasures = erasures;
        this.documents = documents;
        this.oblivion = oblivion;
        this.process = process;
        this.trail = trail;
        this.certificates = certificates;
        this.vault = vault;
        this.calendar = calendar;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Begins to erase a case whose time has run out; empty where it has not, a hold stands, or somebody was faster. */
    Optional<Erasure> begin(CaseNumber number) {
        return Optional.ofNullable(transaction.execute(
                status -> due(number).map(due -> begin(number, due)).orElse(null)));
    }

    private Optional<Due> due(CaseNumber number) {
        return cases.lock(number) && holds.of(number).isEmpty()
                ? cases.find(number).flatMap(clocks::of).filter(clocks::hasRunOut)
                : Optional.empty();
    }

    private Erasure begin(CaseNumber number, Due due) {
        Instant now = calendar.now();
        Erasure erasure = erasures.begin(Erasure.Kind.CASE, number.value(), due, now);
        cases.bury(number, now);
        documents.bury(number, now);
        events.publishEvent(new ErasureBegun(number, due));
        return erasure;
    }

    /**
     * Does what is left of an erasure.
     *
     * @throws org.xudai.dossier.ObjectStoreUnavailable where the store is away; it goes on in the next round
     */
    void finish(Erasure erasure) {
        CaseNumber number = new CaseNumber(erasure.subject());
        documents.removeObjects(number);
        transaction.executeWithoutResult(status -> {
            if (erasures.holdUnderWay(erasure)) {
                eraseRows(erasure, number);
            }
        });
    }

    private void eraseRows(Erasure erasure, CaseNumber number) {
        AuditTrail.Head head = trail.holdHead(number);
        long objects = documents.objectsOf(number);
        List<DocumentErasure.Tombstone> tombstones = documents.tombstonesOf(number);
        Map<String, String> originals = cases.originals(number);
        Map<String, Integer> rows = oblivion.forget(Trace.Of.DRAFT, number.value());
        rows.putAll(oblivion.forget(Trace.Of.CASE, number.value()));
        process.forget(number);
        vault.destroy(KeyOwner.of(number));
        Instant now = calendar.now();
        Certificate certificate = certificates.ofCase(
                erasure,
                cases.branchOf(number).value(),
                new CertificateWriter.Gone(rows, objects, tombstones, originals, head),
                now);
        erasures.end(erasure, certificate, now);
        events.publishEvent(new CaseErased(number, erasure.due(), tombstones.size(), objects, certificate.hash()));
    }
}

package org.xudai.audit;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.bankseal.SealCertificates;
import org.xudai.kernel.Sha256;

/**
 * Checks seals against their leaves and signatures, and the leaves against the entries, all in one snapshot of the database. Whether an
 * entry says what its hash says is for the check of its chain.
 */
@Component
class SealCheck {

    private static final int AT_ONCE = 500;

    private final SealTable seals;
    private final SealSignatureTable signatures;
    private final SealCertificates certificates;
    private final TransactionTemplate snapshot;

    SealCheck(
            SealTable seals,
            SealSignatureTable signatures,
            SealCertificates certificates,
            PlatformTransactionManager transactions) {
        this.seals = seals;
        this.signatures = signatures;
        this.certificates = certificates;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    SealVerdict all(List<X509Certificate> trusted) {
        return inSnapshot(trusted, findings -> {
            Sha256 previous = EntryHash.START;
            long expected = 1;
            List<Seal> some = seals.from(1, AT_ONCE);
            while (!some.isEmpty()) {
                findings.read(some);
                for (Seal seal : some) {
                    if (seal.number() == expected) {
                        check(seal, previous, chain -> true, findings);
                    } else {
                        // the one before is gone, so there is nothing to compare with
                        findings.add(SealVerdict.Problem.of("SEAL_MISSING", expected));
                        check(seal, seal.previous(), chain -> true, findings);
                    }
                    previous = seal.hash();
                    expected = seal.number() + 1;
                }
                some = seals.from(expected, AT_ONCE);
            }
            long end = expected;
            seals.missing().stream()
                    .filter(number -> number >= end)
                    .forEach(number -> findings.add(SealVerdict.Problem.of("SEAL_MISSING", number)));
            entriesWithoutSeal(null, findings);
        });
    }

    SealVerdict of(String chain, List<X509Certificate> trusted) {
        return inSnapshot(trusted, findings -> {
            List<Long> numbers = seals.leavesOf(chain).stream()
                    .map(SealTable.Leaf::seal)
                    .distinct()
                    .sorted()
                    .toList();
            for (long number : numbers) {
                // with the one before, which it names
                List<Seal> found = seals.find(List.of(number - 1, number));
                Optional<Seal> seal =
                        found.stream().filter(one -> one.number() == number).findFirst();
                if (seal.isEmpty()) {
                    findings.add(SealVerdict.Problem.of("SEAL_MISSING", number));
                } else if (number > 1 && found.size() < 2) {
                    findings.add(SealVerdict.Problem.of("SEAL_MISSING", number - 1));
                } else {
                    Sha256 previous =
                            number == 1 ? EntryHash.START : found.get(0).hash();
                    findings.read(found);
                    check(seal.get(), previous, chain::equals, findings);
                }
            }
            entriesWithoutSeal(chain, findings);
        });
    }

    private interface Check {
        void run(Findings findings);
    }

    private SealVerdict inSnapshot(List<X509Certificate> trusted, Check check) {
        SealVerdict verdict = snapshot.execute(status -> {
            SignatureCheck signed = new SignatureCheck(
                    certificates::find, trusted, signatures.first().orElse(null));
            Findings findings = new Findings(signed);
            check.run(findings);
            if (signed.isUnsigned()) {
                findings.add(SealVerdict.Problem.of(SignatureCheck.NOT_SIGNED, findings.last));
            }
            return new SealVerdict(
                    findings.seals, findings.leaves, seals.waitingEntries(), signed.found(), findings.problems);
        });
        return Objects.requireNonNull(verdict);
    }

    private final class Findings {
        private final SignatureCheck signed;
        private final List<SealVerdict.Problem> problems = new ArrayList<>();
        private Map<Long, SealSignature> kept = Map.of();
        private long seals;
        private long leaves;
        private long last;

        Findings(SignatureCheck signed) {
            this.signed = signed;
        }

        /** Reads the signatures of seals that are looked at next. */
        void read(List<Seal> some) {
            kept = signatures.find(some.stream().map(Seal::number).toList());
        }

        void add(SealVerdict.Problem problem) {
            problems.add(problem);
        }
    }

    private void check(Seal seal, Sha256 previous, Predicate<String> asked, Findings findings) {
        List<SealTable.Leaf> leaves = seals.leavesUnder(seal.number());
        findings.seals++;
        findings.leaves += leaves.size();
        findings.last = seal.number();
        problem(seal, previous, leaves, asked)
                .or(() -> findings.signed
                        .problem(seal, findings.kept.get(seal.number()))
                        .map(code -> SealVerdict.Problem.of(code, seal.number())))
                .ifPresent(findings::add);
    }

    /** What does not fit between a seal, the one before and the entries under it, apart from its signature. */
    static Optional<SealVerdict.Problem> problem(
            Seal seal, Sha256 previous, List<SealTable.Leaf> leaves, Predicate<String> asked) {
        for (SealTable.Leaf leaf : leaves) {
            String recorded = leaf.recorded();
            boolean fits = recorded != null && recorded.equals(leaf.hash().value());
            if (!fits && asked.test(leaf.place().chain())) {
                return Optional.of(new SealVerdict.Problem(
                        recorded == null ? "ENTRY_MISSING" : "ENTRY_DIFFERS",
                        seal.number(),
                        leaf.place().chain(),
                        leaf.place().position()));
            }
        }
        if (!seal.fitsItsHash()) {
            return Optional.of(SealVerdict.Problem.of("SEAL_DIFFERS", seal.number()));
        }
        if (!seal.previous().equals(previous)) {
            return Optional.of(SealVerdict.Problem.of("SEAL_PREVIOUS_DIFFERS", seal.number()));
        }
        return rootFits(seal, leaves)
                ? Optional.empty()
                : Optional.of(SealVerdict.Problem.of("ROOT_DIFFERS", seal.number()));
    }

    private static boolean rootFits(Seal seal, List<SealTable.Leaf> leaves) {
        return seal.leaves() == leaves.size()
                && !leaves.isEmpty()
                && IntStream.range(0, leaves.size())
                        .allMatch(index -> leaves.get(index).index() == index)
                && MerkleTree.over(leaves.stream().map(SealTable.Leaf::hash).toList())
                        .root()
                        .equals(seal.root());
    }

    private void entriesWithoutSeal(@Nullable String chain, Findings findings) {
        seals.firstGone(chain).ifPresent(place -> findings.add(at("ENTRY_MISSING", place)));
        seals.firstForgotten(chain).ifPresent(place -> findings.add(at("ENTRY_UNSEALED", place)));
    }

    private static SealVerdict.Problem at(String code, SealTable.Place place) {
        return new SealVerdict.Problem(code, 0, place.chain(), place.position());
    }
}

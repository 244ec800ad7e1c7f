package org.xudai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xudai.bankseal.BankSignature;
import org.xudai.bankseal.SealKey;
import org.xudai.bankseal.TestSealKeys;
import org.xudai.kernel.CaseNumber;

/**
 * The bank signs its seals: who rewrites the record in the database, all hashes with it, cannot sign it anew, and the first
 * seal that he made is named.
 */
class SignedSealTests {

    private static final List<X509Certificate> NOBODY = List.of();
    private static final List<X509Certificate> AUTHORITY = List.of(TestSealKeys.root());

    private final RecordFixture world = new RecordFixture();
    private final CaseNumber number = RecordFixture.aCase();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void eachSealIsSignedAndTheAuthorityThatIssuedTheCertificateVouchesForIt() {
        sealed(3);

        assertThat(world.seals.verifyAll(NOBODY)).isEqualTo(RecordFixture.holding(3, 6));
        SealVerdict trusting = world.seals.verifyAll(AUTHORITY);
        assertThat(trusting.problems()).isEmpty();
        assertThat(trusting.signatures().signers())
                .containsExactly(new Signatures.Signer(TestSealKeys.key("first").certificate(), 3, 1, 3, true));
    }

    @Test
    void sealsForgedAnewWithAllTheirHashesAreNamedFromTheFirstOnThatIsNotTheBanks() {
        sealed(4);

        forgeSealsFrom(2);

        assertThat(problems(NOBODY))
                .containsExactly(
                        SealVerdict.Problem.of("SIGNATURE_DIFFERS", 2),
                        SealVerdict.Problem.of("SIGNATURE_DIFFERS", 3),
                        SealVerdict.Problem.of("SIGNATURE_DIFFERS", 4));
    }

    @Test
    void aSignatureOfAnotherSealIsNamed() {
        sealed(3);
        world.behindTheTriggers("update audit_signature g set signature = o.signature"
                + " from audit_signature o where g.seal = 2 and o.seal = 3");

        assertThat(problems(NOBODY)).containsExactly(SealVerdict.Problem.of("SIGNATURE_DIFFERS", 2));
    }

    @Test
    void aSignatureTakenAwayIsNamedAndAllTakenAwayIsSeenByWhoeverTrustsACertificate() {
        sealed(3);
        world.behindTheTriggers("delete from audit_signature where seal = 3");
        assertThat(problems(NOBODY)).containsExactly(SealVerdict.Problem.of("SIGNATURE_MISSING", 3));

        world.behindTheTriggers("delete from audit_signature");
        assertThat(problems(NOBODY)).isEmpty();
        assertThat(problems(AUTHORITY)).containsExactly(SealVerdict.Problem.of("NOT_SIGNED", 3));
    }

    @Test
    void anotherCertificateUnderTheSameIdIsNoCertificate() {
        sealed(2);
        world.behindTheTriggers(
                "update bank_seal_certificate set certificates = ?",
                TestSealKeys.key("stranger").certificate().pem());

        assertThat(problems(NOBODY)).containsExactly(SealVerdict.Problem.of("CERTIFICATE_MISSING", 1));
    }

    @Test
    void aStrangerUnderTheBanksNameSignsAllAnewAndIsBelievedByNobodyWhoTrustsTheAuthority() {
        sealed(2);
        forgeSealsFrom(1);
        SealKey stranger = TestSealKeys.key("stranger");
        world.certificates.keep(stranger.certificate(), world.clock.instant());
        world.behindTheTriggers("delete from audit_signature");
        for (Seal seal : world.table.from(1, 10)) {
            BankSignature signature = stranger.sign(seal.canonical().getBytes(StandardCharsets.UTF_8));
            world.signatures.insert(new SealSignature(seal.number(), signature, world.clock.instant()));
        }

        SealVerdict believing = world.seals.verifyAll(NOBODY);
        assertThat(believing.problems()).isEmpty();
        assertThat(believing.signatures().signers())
                .as("who trusts nobody is told whom he believed")
                .containsExactly(new Signatures.Signer(stranger.certificate(), 2, 1, 2, false));
        assertThat(problems(AUTHORITY)).containsExactly(SealVerdict.Problem.of("CERTIFICATE_NOT_TRUSTED", 1));
    }

    @Test
    void whenTheKeyIsChangedEachSealIsCheckedByTheCertificateOfItsOwnKey() {
        sealed(2);
        Sealer renewed = world.sealerWith("second");
        for (int i = 0; i < 2; i++) {
            world.records(number, 2);
            renewed.seal();
        }

        SealVerdict verdict = world.seals.verifyChain(number.value(), AUTHORITY);
        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.signatures())
                .isEqualTo(new Signatures(
                        4,
                        List.of(
                                new Signatures.Signer(TestSealKeys.key("first").certificate(), 2, 1, 2, true),
                                new Signatures.Signer(TestSealKeys.key("second").certificate(), 2, 3, 4, true))));
        assertThat(world.count("bank_seal_certificate")).isEqualTo(2);
    }

    @Test
    void aNodeThatSignsMakesUpForOneThatDoesNotYet() {
        sealed(1);
        world.records(number, 1);
        world.sealUnsigned();
        assertThat(problems(NOBODY)).containsExactly(SealVerdict.Problem.of("SIGNATURE_MISSING", 2));

        world.sealer.seal();

        assertThat(world.seals.verifyAll(NOBODY)).isEqualTo(RecordFixture.holding(2, 3));
    }

    @Test
    void sealsFromBeforeThereWereSignaturesStayAsTheyAreAndBreakNothing() {
        world.records(number, 2);
        world.sealUnsigned();
        world.clock.advance(Duration.ofDays(2));

        sealed(1);

        assertThat(problems(AUTHORITY)).isEmpty();
        assertThat(world.signatures.find(List.of(1L, 2L))).containsOnlyKeys(2L);
    }

    @Test
    void anUnsignedSealThatDoesNotFitIsNotSignedForAnybody() {
        sealed(1);
        world.records(number, 2);
        world.sealUnsigned();
        world.behindTheTriggers("update audit_seal set root = previous where number = 2");

        world.sealer.seal();

        assertThat(problems(NOBODY)).containsExactly(SealVerdict.Problem.of("SEAL_DIFFERS", 2));
        assertThat(world.signatures.find(List.of(1L, 2L))).containsOnlyKeys(1L);
    }

    @Test
    void nothingIsSealedUnderACertificateThatHasEndedAndAllIsOnceThereIsAValidOne() {
        world.clock.set(Instant.parse("2030-01-01T00:00:00Z"));
        world.records(number, 2);

        world.sealerWith("ended").seal();
        assertThat(world.count("audit_seal")).isZero();

        world.sealer.seal();
        assertThat(world.seals.verifyAll(NOBODY)).isEqualTo(RecordFixture.holding(1, 2));
    }

    @Test
    void aSignatureFromADayOnWhichTheCertificateWasNotValidIsNamed() {
        sealed(2);
        world.behindTheTriggers("update audit_signature set at = '1999-01-01' where seal = 2");

        assertThat(problems(NOBODY)).containsExactly(SealVerdict.Problem.of("CERTIFICATE_NOT_VALID", 2));
    }

    @Test
    void aSealHandedOutIsCheckedWithItsSignatureAndCertificateAlone() {
        sealed(2);
        OfflineChain chain = OfflineChain.read(
                number.value(),
                world.chains.linesOf(number).stream()
                        .map(line -> line.canonical() + "\t" + line.hash())
                        .toList());
        OfflineSeals handedOut = OfflineSeals.read(
                        OfflineSeals.lines(world.table.from(1, 10)),
                        OfflineSeals.proofLines(world.seals.proofsOf(number)))
                .with(
                        OfflineSeals.signatureLines(world.seals.signaturesOf(List.of(1L, 2L))),
                        List.of(TestSealKeys.key("first").certificate().pem()));

        OfflineSeals.Verdict verdict = handedOut.verify(chain, AUTHORITY);

        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.signatures().good()).isEqualTo(2);
        assertThat(handedOut
                        .with(OfflineSeals.signatureLines(world.seals.signaturesOf(List.of(1L))), List.of())
                        .verify(chain, NOBODY)
                        .problems())
                .containsExactly(
                        new OfflineSeals.Problem("CERTIFICATE_MISSING", 1),
                        new OfflineSeals.Problem("SIGNATURE_MISSING", 2));
    }

    private void sealed(int seals) {
        for (int i = 0; i < seals; i++) {
            world.records(number, 2);
            world.sealer.seal();
        }
    }

    private List<SealVerdict.Problem> problems(List<X509Certificate> trusted) {
        List<SealVerdict.Problem> problems = world.seals.verifyAll(trusted).problems();
        assertThat(world.seals.verifyChain(number.value(), trusted).problems()).isEqualTo(problems);
        return problems;
    }

    /** Gives seals another time from one on, with every hash that follows from it. */
    private void forgeSealsFrom(long first) {
        Map<Long, Seal> forged = new HashMap<>();
        for (Seal seal : world.table.from(1, 100)) {
            Seal before = forged.get(seal.number() - 1);
            Seal made = seal.number() < first
                    ? seal
                    : Seal.after(
                            seal.number(),
                            before == null ? seal.previous() : before.hash(),
                            seal.at().plusSeconds(1),
                            seal.leaves(),
                            seal.root());
            forged.put(seal.number(), made);
            world.behindTheTriggers(
                    "update audit_seal set at = at + ?::interval, previous = ?, hash = ? where number = ?",
                    seal.number() < first ? "0 seconds" : "1 second",
                    made.previous().value(),
                    made.hash().value(),
                    made.number());
        }
    }
}

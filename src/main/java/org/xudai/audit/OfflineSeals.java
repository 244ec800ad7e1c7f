package org.xudai.audit;

import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xudai.bankseal.BankSignature;
import org.xudai.bankseal.SealCertificate;
import org.xudai.kernel.Sha256;

/**
 * The seals that the entries of a chain stand under, as they were handed out with it. A line of the seals is a seal in its
 * canonical form, a tab, and its hash; a line of the signatures is the number of a seal, the id of the certificate, the moment
 * of the signature and the signature in base64 (RFC 4648), with tabs between the four; a line of the proofs is the position of an entry, the number of its seal, the number
 * of its leaf and the hashes that lead to the root with commas between, with tabs between the four.
 */
public final class OfflineSeals {

    private final Map<Long, Seal> seals = new TreeMap<>();
    private final List<InclusionProof> proofs;
    private final Map<Long, SealSignature> signatures = new TreeMap<>();
    private final Map<Sha256, SealCertificate> certificates = new HashMap<>();

    private OfflineSeals(List<Seal> seals, List<InclusionProof> proofs) {
        seals.forEach(seal -> this.seals.put(seal.number(), seal));
        this.proofs = proofs;
    }

    /**
     * Something that does not fit.
     *
     * @param code {@code SEAL_MISSING SEAL_DIFFERS SEAL_PREVIOUS_DIFFERS} of a seal, or what
     *     {@link SealVerdict.Problem} says of its signature; {@code PROOF_MISSING PROOF_DIFFERS} of
     *     an entry
     * @param where number of the seal, or position of the entry
     */
    public record Problem(String code, long where) {}

    /** The seals as lines. */
    public static List<String> lines(List<Seal> seals) {
        return seals.stream().map(seal -> seal.canonical() + '\t' + seal.hash()).toList();
    }

    /** The signatures as lines. */
    public static List<String> signatureLines(List<SealSignature> signatures) {
        return signatures.stream()
                .map(signature -> String.join(
                        "\t",
                        Long.toString(signature.seal()),
                        signature.signature().keyId().value(),
                        signature.at().toString(),
                        Base64.getEncoder().encodeToString(signature.signature().value())))
                .toList();
    }

    /** The proofs as lines. */
    public static List<String> proofLines(List<InclusionProof> proofs) {
        return proofs.stream()
                .map(proof -> proof.position()
                        + "\t"
                        + proof.seal()
                        + "\t"
                        + proof.leaf()
                        + "\t"
                        + String.join(
                                ",", proof.path().stream().map(Sha256::value).toList()))
                .toList();
    }

    /**
     * Reads the lines.
     *
     * @throws IllegalArgumentException where a line is no seal or no proof
     */
    public static OfflineSeals read(List<String> seals, List<String> proofs) {
        try {
            return new OfflineSeals(
                    seals.stream().map(OfflineSeals::seal).toList(),
                    proofs.stream().map(OfflineSeals::proof).toList());
        } catch (DateTimeException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("a line is no seal or no proof", e);
        }
    }

    /**
     * With the signatures that were handed out too, and the certificates that check them.
     *
     * @param signatures lines of signatures; none where the seals are older than signatures
     * @param certificates chains in PEM
     * @throws IllegalArgumentException where a line is no signature, or a chain none
     */
    public OfflineSeals with(List<String> signatures, List<String> certificates) {
        OfflineSeals all = new OfflineSeals(seals(), proofs);
        try {
            signatures.stream()
                    .map(OfflineSeals::signature)
                    .filter(signature -> seals.containsKey(signature.seal()))
                    .forEach(signature -> all.signatures.put(signature.seal(), signature));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("a line is no signature", e);
        }
        certificates.stream()
                .map(SealCertificate::read)
                .forEach(certificate -> all.certificates.put(certificate.id(), certificate));
        return all;
    }

    private static SealSignature signature(String line) {
        String[] parts = line.split("\t", -1);
        return new SealSignature(
                Long.parseLong(parts[0]),
                new BankSignature(new Sha256(parts[1]), Base64.getDecoder().decode(parts[3])),
                Instant.parse(parts[2]));
    }

    private static Seal seal(String line) {
        int tab = line.lastIndexOf('\t');
        return Seal.read(line.substring(0, tab), new Sha256(line.substring(tab + 1)));
    }

    private static InclusionProof proof(String line) {
        String[] parts = line.split("\t", -1);
        return new InclusionProof(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Integer.parseInt(parts[2]),
                Arrays.stream(parts[3].split(","))
                        .filter(hash -> !hash.isEmpty())
                        .map(Sha256::new)
                        .toList());
    }

    /** Number and hash of each seal: what can be compared with the seals that somebody else keeps. */
    public List<Seal> seals() {
        return List.copyOf(seals.values());
    }

    /** How many entries have a proof. */
    public int proven() {
        return proofs.size();
    }

    /**
     * A verdict.
     *
     * @param signatures by which certificates the seals are signed
     * @param problems what does not fit, first the seals, then the first entry
     */
    public record Verdict(Signatures signatures, List<Problem> problems) {}

    /**
     * Checks seals, signatures and proofs.
     *
     * @param trusted certificates one of which has to vouch for each that signed; none believes each on its own word
     */
    public Verdict verify(OfflineChain chain, List<X509Certificate> trusted) {
        SignatureCheck signed = new SignatureCheck(
                id -> Optional.ofNullable(certificates.get(id)),
                trusted,
                signatures.keySet().stream().findFirst().orElse(null));
        List<Problem> problems = new ArrayList<>();
        for (Seal seal : seals.values()) {
            problem(seal)
                    .or(() -> signed.problem(seal, signatures.get(seal.number()))
                            .map(code -> new Problem(code, seal.number())))
                    .ifPresent(problems::add);
        }
        if (signed.isUnsigned()) {
            problems.add(new Problem(
                    SignatureCheck.NOT_SIGNED, seals.keySet().stream().reduce(0L, Math::max)));
        }
        addProofs(chain, problems);
        return new Verdict(signed.found(), problems);
    }

    private void addProofs(OfflineChain chain, List<Problem> problems) {
        long expected = 1;
        for (InclusionProof proof : proofs) {
            Optional<Problem> problem = problem(proof, expected, chain);
            if (problem.isPresent()) {
                problems.add(problem.get());
                return;
            }
            expected++;
        }
    }

    private Optional<Problem> problem(Seal seal) {
        if (!seal.fitsItsHash()) {
            return Optional.of(new Problem("SEAL_DIFFERS", seal.number()));
        }
        Seal before = seals.get(seal.number() - 1);
        return before == null || before.hash().equals(seal.previous())
                ? Optional.empty()
                : Optional.of(new Problem("SEAL_PREVIOUS_DIFFERS", seal.number()));
    }

    /** Of a chain a beginning is sealed, so the proofs count up from its first entry. */
    private Optional<Problem> problem(InclusionProof proof, long expected, OfflineChain chain) {
        if (proof.position() != expected) {
            return Optional.of(new Problem("PROOF_MISSING", expected));
        }
        Seal seal = seals.get(proof.seal());
        if (seal == null) {
            return Optional.of(new Problem("SEAL_MISSING", proof.seal()));
        }
        return chain.hashAt(proof.position())
                        .flatMap(hash -> MerkleTree.rootFrom(hash, proof.leaf(), seal.leaves(), proof.path()))
                        .filter(seal.root()::equals)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(new Problem("PROOF_DIFFERS", expected));
    }
}

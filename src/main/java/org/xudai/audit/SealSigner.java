package org.xudai.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xudai.bankseal.NeedsSealKey;
import org.xudai.bankseal.SealCertificates;
import org.xudai.bankseal.SealKey;
import org.xudai.kernel.Sha256;

/**
 * Signs seals with the bank's key: its own, and those that a node of the release before made lately. An older one is left as
 * it is: who rewrites the record would only have to take signatures away to get new ones.
 */
@Component
@NeedsSealKey
class SealSigner {

    private static final Logger LOG = LoggerFactory.getLogger(SealSigner.class);
    private static final int AT_ONCE = 500;

    private final SealKey key;
    private final SealCertificates certificates;
    private final SealSignatureTable signatures;
    private final SealTable seals;
    private final AuditSettings settings;

    SealSigner(
            SealKey key,
            SealCertificates certificates,
            SealSignatureTable signatures,
            SealTable seals,
            AuditSettings settings) {
        this.key = key;
        this.certificates = certificates;
        this.signatures = signatures;
        this.seals = seals;
        this.settings = settings;
    }

    /** Whether what is signed now will be believed. */
    boolean isAble(Instant now) {
        boolean valid = key.certificate().isValidAt(now);
        if (!valid) {
            LOG.error(
                    "the certificate of the bank's seal is not valid (until {}): what is recorded waits for its seal",
                    key.certificate().validUntil());
        }
        return valid;
    }

    void sign(Seal seal, Instant now) {
        certificates.keep(key.certificate(), now);
        signatures.insert(
                new SealSignature(seal.number(), key.sign(seal.canonical().getBytes(StandardCharsets.UTF_8)), now));
    }

    /** Signs what others left unsigned, where it fits the entries under it and the seal before. */
    void signFound(Instant now) {
        for (long number : signatures.unsignedSince(now.minus(settings.signsFoundWithin()), AT_ONCE)) {
            List<Seal> found = seals.find(List.of(number - 1, number));
            Seal seal = found.get(found.size() - 1);
            Sha256 previous = found.size() == 2 ? found.get(0).hash() : EntryHash.START;
            Optional<SealVerdict.Problem> problem =
                    SealCheck.problem(seal, previous, seals.leavesUnder(number), chain -> true);
            if (problem.isEmpty()) {
                sign(seal, now);
            } else {
                LOG.error("seal {} is not signed: {}", number, problem.get().code());
            }
        }
    }
}

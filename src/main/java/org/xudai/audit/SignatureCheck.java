package org.xudai.audit;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xudai.bankseal.SealCertificate;
import org.xudai.kernel.Sha256;

/**
 * Checks signatures under seals one after the other. What is wrong with a certificate is said once, at the first seal that it
 * signed; and so is that signatures are missing.
 */
final class SignatureCheck {

    static final String NOT_SIGNED = "NOT_SIGNED";

    private final Function<Sha256, Optional<SealCertificate>> certificates;
    private final List<X509Certificate> trusted;
    private final @Nullable Long firstSigned;
    private final Map<Sha256, Optional<SealCertificate>> read = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private final Map<Sha256, Signatures.Signer> signers = new LinkedHashMap<>();

    /**
     * A check.
     *
     * @param certificates finds a certificate by its id
     * @param trusted certificates that are believed; none believes each on its own word
     * @param firstSigned number of the first seal that is signed, null where none is
     */
    SignatureCheck(
            Function<Sha256, Optional<SealCertificate>> certificates,
            List<X509Certificate> trusted,
            @Nullable Long firstSigned) {
        this.certificates = certificates;
        this.trusted = trusted;
        this.firstSigned = firstSigned;
    }

    /** Whether somebody trusts a certificate and nothing was ever signed. */
    boolean isUnsigned() {
        return firstSigned == null && !trusted.isEmpty();
    }

    /** What does not fit under a seal, as a code; the seal itself was found right before. */
    Optional<String> problem(Seal seal, @Nullable SealSignature signature) {
        if (signature == null) {
            return firstSigned != null && seal.number() > firstSigned && said.add("SIGNATURE_MISSING")
                    ? Optional.of("SIGNATURE_MISSING")
                    : Optional.empty();
        }
        Sha256 id = signature.signature().keyId();
        Optional<SealCertificate> certificate = read.computeIfAbsent(id, certificates);
        if (certificate.isEmpty()) {
            return once("CERTIFICATE_MISSING", id);
        }
        if (!certificate
                .get()
                .verifies(
                        seal.canonical().getBytes(StandardCharsets.UTF_8),
                        signature.signature().value())) {
            return Optional.of("SIGNATURE_DIFFERS");
        }
        if (!certificate.get().isValidAt(signature.at())) {
            return once("CERTIFICATE_NOT_VALID", id);
        }
        boolean vouchedFor = certificate.get().isVouchedForBy(trusted, signature.at());
        if (!trusted.isEmpty() && !vouchedFor) {
            return once("CERTIFICATE_NOT_TRUSTED", id);
        }
        signers.merge(
                id,
                new Signatures.Signer(certificate.get(), 1, seal.number(), seal.number(), vouchedFor),
                SignatureCheck::joined);
        return Optional.empty();
    }

    Signatures found() {
        List<Signatures.Signer> all = new ArrayList<>(signers.values());
        return new Signatures(all.stream().mapToLong(Signatures.Signer::seals).sum(), all);
    }

    private Optional<String> once(String code, Sha256 id) {
        return said.add(code + id) ? Optional.of(code) : Optional.empty();
    }

    private static Signatures.Signer joined(Signatures.Signer before, Signatures.Signer now) {
        return new Signatures.Signer(
                before.certificate(), before.seals() + 1, before.first(), now.last(), before.vouchedFor());
    }
}

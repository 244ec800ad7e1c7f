package org.xudai.bankseal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.Sha256;

/** A certificate by which the bank's signatures are checked, with the certificates that lead from it to its root. */
public final class SealCertificate {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final Sha256 id;
    private final List<X509Certificate> chain;

    private SealCertificate(List<X509Certificate> chain) throws CertificateException {
        this.chain = List.copyOf(chain);
        this.id = sha256(chain.get(0).getEncoded());
    }

    /**
     * Of a chain.
     *
     * @param chain the certificate that checks signatures first, each one issued by the next
     * @throws IllegalArgumentException where there is none, or one does not say its bytes
     */
    public static SealCertificate of(List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("there is no certificate");
        }
        try {
            return new SealCertificate(chain);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("a certificate cannot be read", e);
        }
    }

    /**
     * Reads a chain as {@link #pem} writes it.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static SealCertificate read(String pem) {
        return of(certificates(pem));
    }

    /** As {@link #read}; empty where it is no chain. */
    public static Optional<SealCertificate> find(String pem) {
        try {
            return Optional.of(read(pem));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads certificates one after the other in PEM (RFC 7468).
     *
     * @throws IllegalArgumentException where there is none, or something else
     */
    public static List<X509Certificate> certificates(String pem) {
        try {
            List<X509Certificate> read = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (read.isEmpty()) {
                throw new IllegalArgumentException("there is no certificate");
            }
            return read;
        } catch (CertificateException e) {
            throw new IllegalArgumentException("this is no certificate in PEM", e);
        }
    }

    /** SHA-256 of the certificate's DER form: what {@code openssl x509 -fingerprint -sha256} prints. */
    public Sha256 id() {
        return id;
    }

    /** The chain, the certificate that checks signatures first. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** Whom the certificate is of (RFC 2253). */
    public String subject() {
        return chain.get(0).getSubjectX500Principal().getName();
    }

    /** The last moment at which it is valid. */
    public Instant validUntil() {
        return chain.get(0).getNotAfter().toInstant();
    }

    /** Whether it is valid at a moment. */
    public boolean isValidAt(Instant moment) {
        return !moment.isBefore(chain.get(0).getNotBefore().toInstant()) && !moment.isAfter(validUntil());
    }

    /** Whether a signature was made over these bytes with the key of this certificate. */
    public boolean verifies(byte[] content, byte[] value) {
        try {
            Signature signature = Signature.getInstance(algorithm());
            signature.initVerify(chain.get(0).getPublicKey());
            signature.update(content);
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /**
     * Whether one of these certificates vouches for this one: it is this one, or it issued it, itself or by others of the
     * chain, and all were valid at that moment (RFC 5280, section 6; withdrawal is not asked for).
     */
    public boolean isVouchedForBy(List<X509Certificate> trusted, Instant moment) {
        if (trusted.contains(chain.get(0))) {
            return true;
        }
        try {
            List<X509Certificate> path = new ArrayList<>(chain);
            // a root at the end is trusted or is not, and is no part of the way to it
            path.removeIf(certificate -> trusted.contains(certificate) || isRoot(certificate));
            PKIXParameters rules = new PKIXParameters(trusted.stream()
                    .map(certificate -> new TrustAnchor(certificate, null))
                    .collect(Collectors.toSet()));
            rules.setRevocationEnabled(false);
            rules.setDate(Date.from(moment));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), rules);
            return !path.isEmpty();
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The chain in PEM, one certificate after the other. */
    public String pem() {
        StringBuilder pem = new StringBuilder();
        try {
            for (X509Certificate certificate : chain) {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(LINES.encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was read has no bytes", e);
        }
        return pem.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealCertificate certificate && certificate.chain.equals(chain);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return subject() + " " + id;
    }

    /** The algorithm of its signatures, by its kind of key. */
    String algorithm() {
        return Set.of("EC", "ECDSA").contains(chain.get(0).getPublicKey().getAlgorithm())
                ? "SHA256withECDSA"
                : "SHA256withRSA";
    }

    private static boolean isRoot(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static Sha256 sha256(byte[] bytes) {
        try {
            return new Sha256(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}

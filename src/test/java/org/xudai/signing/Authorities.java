package org.xudai.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that certifies signers, and takes certificates back. */
final class Authorities {

    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final X500Name NAME = new X500Name("CN=Test authority, O=Tests");

    private final KeyPair keys = keys();
    private final X509Certificate certificate;

    Authorities() {
        certificate = certify(NAME, keys, true);
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** The key of a signer with the authority's certificate for it. */
    KeyStore.PrivateKeyEntry signer(String name) {
        KeyPair own = keys();
        return new KeyStore.PrivateKeyEntry(
                own.getPrivate(),
                new Certificate[] {certify(new X500Name("CN=" + name + ", O=Tests"), own, false), certificate});
    }

    /** A revocation list that names these certificates. */
    byte[] revocationList(X509Certificate... withdrawn) {
        try {
            JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(certificate, Date.from(NOW.minus(Duration.ofHours(1))));
            list.setNextUpdate(Date.from(NOW.plus(Duration.ofDays(2))));
            for (X509Certificate each : List.of(withdrawn)) {
                list.addCRLEntry(
                        each.getSerialNumber(), Date.from(NOW.minus(Duration.ofDays(3))), CRLReason.keyCompromise);
            }
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
            list.addExtension(
                    Extension.cRLNumber, false, new org.bouncycastle.asn1.x509.CRLNumber(BigInteger.valueOf(7)));
            return list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certify(X500Name name, KeyPair own, boolean authority) {
        try {
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    NAME,
                    new BigInteger(64, new SecureRandom()),
                    Date.from(NOW.minus(Duration.ofDays(300))),
                    Date.from(NOW.plus(Duration.ofDays(900))),
                    name,
                    own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            authority
                                    ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                    : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(own.getPublic()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(keys.getPublic()));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

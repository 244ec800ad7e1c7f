package org.xudai.signing;

import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A time-stamping authority for development, made at each start. Its certificate says of itself that no authority stands
 * behind it.
 */
final class DevelopmentAuthority implements TimestampAuthority {

    private static final String POLICY = "1.3.6.1.4.1.99999.1";
    private static final Duration SPAN = Duration.ofDays(36500);

    private final KeyPair keys;
    private final X509Certificate certificate;

    DevelopmentAuthority() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
            certificate = certificate(keys);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("a time-stamping authority for development cannot be made", e);
        }
    }

    private static X509Certificate certificate(KeyPair keys)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name name = new X500Name("CN=Xudai development time stamps, O=No authority");
        // whatever moment a development machine plays
        Instant from = Instant.parse("2000-01-01T00:00:00Z");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(64, new SecureRandom()),
                Date.from(from),
                Date.from(from.plus(SPAN)),
                name,
                keys.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    @Override
    public TSPSource at(Instant now) {
        KeyEntityTSPSource source = new KeyEntityTSPSource(keys.getPrivate(), certificate, List.of(certificate));
        source.setTsaPolicy(POLICY);
        source.setProductionTime(Date.from(now));
        return source;
    }

    @Override
    public List<X509Certificate> certificates() {
        return List.of(certificate);
    }
}

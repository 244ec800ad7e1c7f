package org.xudai.signing;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.CertificateConstraints;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import eu.europa.esig.dss.policy.jaxb.RevocationConstraints;
import eu.europa.esig.dss.policy.jaxb.TimestampConstraints;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.xml.sax.SAXException;

/**
 * The rules of validation (ETSI EN 319 102-1): those that come with DSS, where a change that can be seen, or that nobody can
 * explain, fails instead of being a mere warning. Without that an amount painted over after signing passes.
 */
final class StrictPolicy {

    private static final String STANDARD = "/policy/constraint.xml";

    private static final ValidationPolicy WITH_REVOCATION = read(Level.FAIL, Level.FAIL);
    private static final ValidationPolicy WITHOUT_REVOCATION = read(Level.IGNORE, Level.FAIL);
    private static final ValidationPolicy WITHOUT_LOOKING = read(Level.IGNORE, Level.WARN);

    private StrictPolicy() {}

    static ValidationPolicy of(TrustMaterial.Revocation revocation) {
        return revocation == TrustMaterial.Revocation.REQUIRED ? WITH_REVOCATION : WITHOUT_REVOCATION;
    }

    /** The same, except that how the pages look is left to somebody else; it tells whether all the rest holds. */
    static ValidationPolicy withoutLooking() {
        return WITHOUT_LOOKING;
    }

    private static ValidationPolicy read(Level revocation, Level looks) {
        try (InputStream standard = Objects.requireNonNull(StrictPolicy.class.getResourceAsStream(STANDARD))) {
            ConstraintsParameters rules = ValidationPolicyFacade.newFacade().unmarshall(standard);
            BasicSignatureConstraints signatures =
                    rules.getSignatureConstraints().getBasicSignatureConstraints();
            signatures.setByteRangeCollision(level(Level.FAIL));
            signatures.setPdfAnnotationOverlap(level(looks));
            signatures.setPdfVisualDifference(level(looks));
            signatures.setUndefinedChanges(level(Level.FAIL));
            signatures.setDocMDP(level(Level.FAIL));
            signatures.setFieldMDP(level(Level.FAIL));
            signatures.setSigFieldLock(level(Level.FAIL));
            TimestampConstraints timestamps = rules.getTimestamp();
            RevocationConstraints revocations = rules.getRevocation();
            Stream.of(signatures, timestamps.getBasicSignatureConstraints(), revocations.getBasicSignatureConstraints())
                    .flatMap(basic -> Stream.of(basic.getSigningCertificate(), basic.getCACertificate()))
                    .filter(Objects::nonNull)
                    .forEach(certificate -> askForRevocation(certificate, revocation));
            // whose clock it was is not asked of a list: a time stamp's certificate lives longer than its list
            askForRevocation(timestamps.getBasicSignatureConstraints().getSigningCertificate(), Level.IGNORE);
            return ValidationPolicyLoader.fromValidationPolicy(new EtsiValidationPolicy(rules))
                    .withDefaultCryptographicSuite()
                    .create();
        } catch (IOException | JAXBException | XMLStreamException | SAXException e) {
            throw new IllegalStateException("the rules of validation cannot be read", e);
        }
    }

    private static void askForRevocation(CertificateConstraints certificate, Level revocation) {
        certificate.setRevocationDataAvailable(level(revocation));
        certificate.setAcceptableRevocationDataFound(level(revocation));
    }

    private static LevelConstraint level(Level level) {
        LevelConstraint constraint = new LevelConstraint();
        constraint.setLevel(level);
        return constraint;
    }
}

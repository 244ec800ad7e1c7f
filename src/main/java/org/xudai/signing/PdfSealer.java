package org.xudai.signing;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xudai.pdf.Ink;
import org.xudai.pdf.InkField;

/**
 * Sets the bank's seal over a signer's mark, as PAdES-BASELINE-T (ETSI EN 319 142-1): the bytes that were there stay the
 * beginning of the file, and a time stamp says when. Without a time stamp nothing is sealed.
 */
public final class PdfSealer {

    /** Level of what is sealed. */
    public static final String LEVEL = "PAdES-BASELINE-T";

    private static final String NOT_PRINTED = "-";

    private final KeyStore.PrivateKeyEntry key;
    private final @Nullable TimestampAuthority authority;
    private final InkField field;

    PdfSealer(KeyStore.PrivateKeyEntry key, @Nullable TimestampAuthority authority, InkField field) {
        this.key = key;
        this.authority = authority;
        this.field = field;
    }

    /** Whether there is somebody to ask for time stamps. */
    public boolean hasAuthority() {
        return authority != null;
    }

    /**
     * Puts a mark onto a document and seals it.
     *
     * @param pdf the document
     * @param place where the mark goes
     * @param ink the mark
     * @param signer name of who made it, for the signature's own label
     * @param at when
     * @return the document with one more signature
     * @throws TimestampUnavailable where no time stamp can be had
     */
    public byte[] seal(byte[] pdf, InkField.Place place, Ink ink, String signer, Instant at) {
        TimestampAuthority clock = authority();
        PAdESService service = new PAdESService(verifier(clock, chain()));
        service.setTspSource(clock.at(at));
        service.setPdfObjFactory(new Drawing(new InkDrawer(field.of(pdf, place, ink))));
        PAdESSignatureParameters parameters = parameters(place, signer, at);
        DSSDocument document = new InMemoryDocument(pdf);
        try {
            ToBeSigned content = service.getDataToSign(document, parameters);
            return bytes(service.signDocument(document, parameters, signed(content, parameters)));
        } catch (DSSExternalResourceException e) {
            throw new TimestampUnavailable("the time-stamping authority gave no time stamp", e);
        }
    }

    /**
     * Adds what proves the seals of a document later, when certificates have ended (PAdES-BASELINE-LT).
     *
     * @param at when
     * @param revocationLists revocation lists in DER of those who certified the seal and the time stamps
     * @throws TimestampUnavailable where that cannot be had
     */
    public byte[] raise(byte[] pdf, Instant at, List<byte[]> revocationLists) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_LT);
        TimestampAuthority clock = authority();
        List<CertificateToken> chain = chain();
        CommonCertificateVerifier verifier = verifier(clock, chain.subList(chain.size() - 1, chain.size()));
        verifier.setCrlSource(new ExternalResourcesCRLSource(
                revocationLists.stream().map(ByteArrayInputStream::new).toArray(InputStream[]::new)));
        // what is not there is not added; nobody says of the result that it is complete
        verifier.setAlertOnMissingRevocationData(new SilentOnStatusAlert());
        verifier.setAlertOnUncoveredPOE(new SilentOnStatusAlert());
        PAdESService service = new PAdESService(verifier);
        service.setTspSource(clock.at(at));
        try {
            return bytes(service.extendDocument(new InMemoryDocument(pdf), parameters));
        } catch (DSSException e) {
            throw new TimestampUnavailable("what proves the seals later cannot be had", e);
        }
    }

    private TimestampAuthority authority() {
        if (authority == null) {
            throw new TimestampUnavailable("xudai.signing.timestamp-url names no time-stamping authority");
        }
        return authority;
    }

    private PAdESSignatureParameters parameters(InkField.Place place, String signer, Instant at) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_T);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken((X509Certificate) key.getCertificate()));
        parameters.setCertificateChain(chain());
        parameters.bLevel().setSigningDate(Date.from(at));
        // whoever checks the seal finds the whole chain in it, also what this machine trusts already
        parameters.bLevel().setTrustAnchorBPPolicy(false);
        parameters.setReason(signer);
        SignatureFieldParameters box = parameters.getImageParameters().getFieldParameters();
        box.setPage(place.page());
        box.setOriginX((float) place.x());
        box.setOriginY((float) place.y());
        box.setWidth((float) place.width());
        box.setHeight((float) place.height());
        // the mark itself is drawn by the drawer; without a text there would be no visible field
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setText(NOT_PRINTED);
        parameters.getImageParameters().setTextParameters(text);
        return parameters;
    }

    private SignatureValue signed(ToBeSigned content, PAdESSignatureParameters parameters) {
        SignatureAlgorithm algorithm = parameters.getSignatureAlgorithm();
        try {
            Signature signature = Signature.getInstance(algorithm.getJCEId());
            signature.initSign(key.getPrivateKey());
            signature.update(content.getBytes());
            return new SignatureValue(algorithm, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the bank's seal key does not sign with " + algorithm, e);
        }
    }

    private List<CertificateToken> chain() {
        return Arrays.stream(key.getCertificateChain()).map(PdfSealer::token).toList();
    }

    private static CertificateToken token(Certificate certificate) {
        return new CertificateToken((X509Certificate) certificate);
    }

    private static CommonCertificateVerifier verifier(TimestampAuthority clock, List<CertificateToken> known) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setAIASource(null);
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        known.forEach(trusted::addCertificate);
        clock.certificates().forEach(certificate -> trusted.addCertificate(token(certificate)));
        verifier.setTrustedCertSources(trusted);
        return verifier;
    }

    private static byte[] bytes(DSSDocument document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            document.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Signs with a drawer of its own. */
    private static final class Drawing extends PdfBoxNativeObjectFactory {

        private final InkDrawer drawer;

        Drawing(InkDrawer drawer) {
            this.drawer = drawer;
        }

        @Override
        public PDFSignatureService newPAdESSignatureService() {
            return configure(new PdfBoxSignatureService(PDFServiceMode.SIGNATURE, image -> drawer));
        }
    }
}

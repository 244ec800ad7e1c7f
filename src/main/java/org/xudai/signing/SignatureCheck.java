package org.xudai.signing;

import eu.europa.esig.dss.detailedreport.jaxb.XmlBasicBuildingBlocks;
import eu.europa.esig.dss.detailedreport.jaxb.XmlConstraintsConclusion;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.DigestMatcherType;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Validates the certificate signatures of a PDF, by the strict policy and by what that does not ask. It knows no framework
 * and reaches nothing: what it needs is handed in, so that it can run where hostile bytes are opened.
 */
public final class SignatureCheck {

    private static final String BASELINE = "PAdES-BASELINE-";

    private final TrustMaterial trust;

    public SignatureCheck(TrustMaterial trust) {
        this.trust = trust;
    }

    /**
     * Validates the signatures of a file. Damage is an answer, never an exception.
     *
     * @param now the time at which it is asked
     */
    public SignatureReport check(byte[] pdf, ExpectedPaper expected, Instant now) {
        try {
            int dictionaries = signatureDictionaries(pdf);
            return dictionaries == 0 ? SignatureReport.unsigned() : validated(pdf, dictionaries, expected, now);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return SignatureReport.unreadable();
        }
    }

    /** Signatures there should be, however they are packed; time stamps over the document count too. */
    private static int signatureDictionaries(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return (int) document.getSignatureDictionaries().stream()
                    .map(signature -> signature.getCOSObject())
                    .distinct()
                    .count();
        }
    }

    private SignatureReport validated(byte[] pdf, int dictionaries, ExpectedPaper expected, Instant now) {
        Reports reports = validate(pdf, StrictPolicy.of(trust.revocation()), now);
        DiagnosticData data = reports.getDiagnosticData();
        List<SignatureWrapper> signatures = data.getSignatures();
        List<TimestampWrapper> stamps = data.getTimestampsByType(TimestampType.DOCUMENT_TIMESTAMP);

        Set<SignatureReport.Problem> problems = EnumSet.noneOf(SignatureReport.Problem.class);
        Set<SignatureReport.Remark> remarks = EnumSet.noneOf(SignatureReport.Remark.class);
        if (signatures.isEmpty() || signatures.size() + stamps.size() < dictionaries) {
            problems.add(SignatureReport.Problem.UNREADABLE);
        }
        Integer count = expected.signatures();
        if (count != null && count != signatures.size()) {
            problems.add(SignatureReport.Problem.COUNT);
        }
        problems.addAll(Coverage.problems(pdf, signatures, stamps));
        for (SignatureWrapper signature : signatures) {
            XmlBasicBuildingBlocks blocks = reports.getDetailedReport().getBasicBuildingBlockById(signature.getId());
            if (!isPassed(blocks.getCV()) || !signature.isSignatureIntact() || !signature.isSignatureValid()) {
                problems.add(SignatureReport.Problem.ALTERED);
            } else if (!isDigestOfItsAlgorithm(signature)) {
                problems.add(SignatureReport.Problem.FORM);
            }
            if (!isPassed(blocks.getFC())) {
                Optional<SignatureReport.Remark> remark = problems.isEmpty()
                        ? remark(pdf, signature, validate(pdf, StrictPolicy.withoutLooking(), now))
                        : Optional.empty();
                remark.ifPresentOrElse(remarks::add, () -> problems.add(SignatureReport.Problem.CHANGED_LATER));
            }
        }

        List<SignatureReport.Signature> found = signatures.stream()
                .map(signature -> signature(reports.getSimpleReport(), signature))
                .toList();
        boolean known = found.stream()
                .allMatch(signature ->
                        signature.indication().equals(Indication.TOTAL_PASSED.name()) && !signature.bank());
        SignatureReport.Verdict verdict = !problems.isEmpty()
                ? SignatureReport.Verdict.BROKEN
                : known && remarks.isEmpty() ? SignatureReport.Verdict.TRUSTED : SignatureReport.Verdict.UNKNOWN_SIGNER;
        return new SignatureReport(
                verdict,
                List.copyOf(problems),
                List.copyOf(remarks),
                found,
                expected.issued().stream().anyMatch(issued -> begins(pdf, issued)));
    }

    private Reports validate(byte[] pdf, ValidationPolicy policy, Instant now) {
        PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier());
        validator.setValidationTime(Date.from(now));
        validator.setLocale(Locale.ENGLISH);
        return validator.validateDocument(policy);
    }

    /** What only looks odd: everything else holds, and the odd thing is older than the signature or a field filled later. */
    private static Optional<SignatureReport.Remark> remark(byte[] pdf, SignatureWrapper signature, Reports rest) {
        boolean holds = rest.getDiagnosticData().getSignatures().stream()
                .filter(same -> same.getId().equals(signature.getId()))
                .anyMatch(same -> isPassed(rest.getDetailedReport()
                        .getBasicBuildingBlockById(same.getId())
                        .getFC()));
        PDFRevisionWrapper revision = signature.getPDFRevision();
        long end = new SignedBytes(revision.getSignatureByteRange()).end();
        if (!holds) {
            return Optional.empty();
        }
        if (end == pdf.length) {
            return Optional.of(SignatureReport.Remark.OVERLAP);
        }
        boolean fieldsAlone = revision.getPdfAnnotationChanges().isEmpty()
                && revision.getPdfUndefinedChanges().isEmpty()
                && new LaterUpdate(pdf, (int) end).leavesAloneWhatIsNoField()
                && PageContents.areSame(Arrays.copyOf(pdf, (int) end), pdf);
        return fieldsAlone ? Optional.of(SignatureReport.Remark.FILLED_LATER) : Optional.empty();
    }

    /** Ed25519 goes with SHA-512 and Ed448 with SHAKE256, and with nothing else (RFC 8419, 3). */
    private static boolean isDigestOfItsAlgorithm(SignatureWrapper signature) {
        Optional<DigestAlgorithm> only = signature.getEncryptionAlgorithm() == EncryptionAlgorithm.EDDSA
                ? Optional.ofNullable(signature.getSignatureAlgorithm()).map(SignatureAlgorithm::getDigestAlgorithm)
                : Optional.empty();
        return only.isEmpty()
                || signature.getDigestMatchers().stream()
                        .filter(matcher -> matcher.getType() == DigestMatcherType.MESSAGE_DIGEST)
                        .allMatch(matcher -> matcher.getDigestMethod() == only.get());
    }

    private CommonCertificateVerifier verifier() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setAIASource(null);
        verifier.setOcspSource(null);
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trust.trusted().stream().map(DSSUtils::loadCertificate).forEach(trusted::addCertificate);
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(new ExternalResourcesCRLSource(
                trust.revocationLists().stream().map(ByteArrayInputStream::new).toArray(InputStream[]::new)));
        return verifier;
    }

    private static boolean isPassed(@Nullable XmlConstraintsConclusion block) {
        return block != null && block.getConclusion().getIndication() == Indication.PASSED;
    }

    private SignatureReport.Signature signature(SimpleReport report, SignatureWrapper signature) {
        String id = signature.getId();
        String level = report.getSignatureFormat(id) == null
                ? ""
                : report.getSignatureFormat(id).toString();
        Indication indication = report.getIndication(id);
        boolean passed = indication == Indication.TOTAL_PASSED && level.startsWith(BASELINE);
        Date best = signature.isTLevelTechnicallyValid() ? report.getBestSignatureTime(id) : null;
        List<String> messages = new ArrayList<>();
        report.getAdESValidationErrors(id).stream().map(Message::getValue).forEach(messages::add);
        report.getAdESValidationWarnings(id).stream().map(Message::getValue).forEach(messages::add);
        return new SignatureReport.Signature(
                report.getSignedBy(id) == null ? "" : report.getSignedBy(id),
                level,
                instant(report.getSigningTime(id)),
                instant(best),
                passed || indication == null || indication != Indication.TOTAL_PASSED
                        ? String.valueOf(indication)
                        : Indication.INDETERMINATE.name(),
                report.getSubIndication(id) == null
                        ? null
                        : report.getSubIndication(id).name(),
                isOwn(signature),
                List.copyOf(messages));
    }

    private boolean isOwn(SignatureWrapper signature) {
        if (signature.getSigningCertificate() == null || trust.own().isEmpty()) {
            return false;
        }
        byte[] digest = signature.getSigningCertificate().getDigestAlgoAndValue() == null
                ? new byte[0]
                : signature.getSigningCertificate().getDigestAlgoAndValue().getDigestValue();
        return trust.own().contains(HexFormat.of().formatHex(digest));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static boolean begins(byte[] pdf, ExpectedPaper.Issued issued) {
        if (issued.size() > pdf.length) {
            return false;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(pdf, 0, (int) issued.size());
            return HexFormat.of().formatHex(digest.digest()).equals(issued.sha256());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}

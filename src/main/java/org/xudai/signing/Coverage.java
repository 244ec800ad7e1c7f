package org.xudai.signing;

import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the signatures of a file cover it: the last one to its end, and each leaves out its own value alone. The rules of
 * validation ask neither.
 */
final class Coverage {

    private Coverage() {}

    static Set<SignatureReport.Problem> problems(
            byte[] pdf, List<SignatureWrapper> signatures, List<TimestampWrapper> stamps) {
        Set<SignatureReport.Problem> problems = EnumSet.noneOf(SignatureReport.Problem.class);
        List<PDFRevisionWrapper> revisions = Stream.concat(
                        signatures.stream().map(SignatureWrapper::getPDFRevision),
                        stamps.stream().map(TimestampWrapper::getPDFRevision))
                .filter(Objects::nonNull)
                .toList();
        for (PDFRevisionWrapper revision : revisions) {
            SignedBytes covered = bytes(revision);
            if (!covered.isWellFormed(pdf)) {
                problems.add(SignatureReport.Problem.NOT_COVERED);
            } else if (!covered.leavesOutTheValueAlone(pdf)) {
                problems.add(SignatureReport.Problem.GAP);
            }
        }
        if (problems.isEmpty()) {
            Optional<PDFRevisionWrapper> last = revisions.stream()
                    .max(Comparator.comparingLong(revision -> bytes(revision).end()));
            if (last.filter(revision -> reachesTheEnd(pdf, revision)).isEmpty()) {
                problems.add(SignatureReport.Problem.NOT_COVERED);
            }
        }
        return problems;
    }

    private static boolean reachesTheEnd(byte[] pdf, PDFRevisionWrapper revision) {
        int end = (int) bytes(revision).end();
        return end == pdf.length
                || addsValidationDataAlone(revision)
                || new LaterUpdate(pdf, end).arrangesValidationDataAlone();
    }

    /** What follows the last signature is what proves it later, and nothing else (ETSI EN 319 142-1, 5.4.2). */
    private static boolean addsValidationDataAlone(PDFRevisionWrapper revision) {
        return !revision.getPdfExtensionChanges().isEmpty()
                && revision.getPdfSignatureOrFormFillChanges().isEmpty()
                && revision.getPdfAnnotationChanges().isEmpty()
                && revision.getPdfUndefinedChanges().isEmpty();
    }

    private static SignedBytes bytes(PDFRevisionWrapper revision) {
        return new SignedBytes(revision.getSignatureByteRange());
    }
}

package org.xudai.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xudai.dossier.DocumentState;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.SigningWay;

/** What an inspection comes to. */
record Verdict(
        List<Finding> findings,
        @Nullable MaterialCode material,
        @Nullable SigningWay way) {

    /** Any BLOCK refuses, else any ASK leaves it to a person. */
    DocumentState state() {
        if (findings.stream().anyMatch(finding -> finding.level() == Finding.Level.BLOCK)) {
            return DocumentState.REFUSED;
        }
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.ASK)
                ? DocumentState.UNDECIDED
                : DocumentState.ACCEPTED;
    }
}

package org.xudai.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.SigningWay;

/**
 * What an inspection comes to.
 *
 * @param findings what was found
 * @param material the line of the checklist it belongs to, or null
 * @param way how it was signed, where that is known
 * @param pages genuine pages of a form among its pictures
 */
record Verdict(
        List<Finding> findings,
        @Nullable MaterialCode material,
        @Nullable SigningWay way,
        List<PageCheck.Seen> pages) {

    /** The pages as they are kept: what is wrong with one of them does not touch the others. */
    List<ReceivedPage> receivedPages(Document document) {
        MaterialCode form = material;
        return form == null
                ? List.of()
                : pages.stream().map(seen -> received(document, form, seen)).toList();
    }

    private ReceivedPage received(Document document, MaterialCode form, PageCheck.Seen seen) {
        return new ReceivedPage(
                document.id(),
                seen.picture().position(),
                seen.picture().file(),
                form,
                seen.code().version(),
                seen.code().page(),
                document.storedAt(),
                findings.stream().noneMatch(finding -> concerns(finding, Finding.Level.BLOCK, seen)),
                findings.stream().anyMatch(finding -> concerns(finding, Finding.Level.ASK, seen)));
    }

    /** Whether a finding speaks of this page, or of the whole document; not where it speaks of pages that stayed. */
    private static boolean concerns(Finding finding, Finding.Level level, PageCheck.Seen seen) {
        return finding.level() == level
                && !finding.code().equals("PAGES_KEPT_TO_CHECK")
                && (finding.page() == null || finding.page() == seen.code().page())
                && finding.concerns(seen.picture().file(), seen.picture().position());
    }

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

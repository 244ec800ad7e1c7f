package org.xudai.portal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xudai.dossier.DocumentState;
import org.xudai.forms.IssuedForm;
import org.xudai.intake.Finding;
import org.xudai.intake.ReceivedPage;
import org.xudai.kernel.DocumentId;
import org.xudai.renewal.Material;

/**
 * What of a document stays when he takes one more photo: the pages that were all right go along with the new one into a
 * new document, so that he never photographs them again.
 *
 * @param document the document the photos come from
 * @param files which of its files stay, from 1
 * @param at where the new photo goes, from 1; of a page alone its number on the form
 * @param kind why
 */
record Retake(DocumentId document, List<Integer> files, int at, Kind kind) {

    private static final int MOST_FILES = 20;

    /** Why another photo is taken. */
    enum Kind {
        /** A page of the form was not among them. */
        PAGE,
        /** One of them cannot be used. */
        PHOTO,
        /** A page of the form cannot be used; the other pages of its file stay as pages, not as files. */
        SHEET,
        /** There may be another side or page. */
        MORE,
        /** Nothing stays. */
        ALL
    }

    /** Nothing stays: a new document of its own. */
    static Retake all(DocumentId document) {
        return new Retake(document, List.of(), 1, Kind.ALL);
    }

    /** What to keep of a document with a verdict. */
    static Retake of(Material.Received received, Material material) {
        boolean form = material.form() != null;
        int files = received.document().files().size();
        List<Finding> blocking = received.findings().stream()
                .filter(finding -> finding.level() == Finding.Level.BLOCK)
                .toList();
        Set<Integer> bad = new TreeSet<>();
        boolean others = false;
        for (Finding finding : blocking) {
            int file = finding.file();
            if (file > 0) {
                bad.add(file);
            } else if (!finding.code().equals("PAGE_MISSING")) {
                others = true;
            }
        }
        List<Integer> good = IntStream.rangeClosed(1, files)
                .filter(file -> !bad.contains(file))
                .boxed()
                .collect(Collectors.toList());
        boolean full = good.isEmpty() || good.size() >= MOST_FILES;
        if (received.document().state() != DocumentState.REFUSED) {
            return form || full || !onlyPhotos(received) ? all(received.id()) : more(received.id(), good);
        }
        if (good.isEmpty() && !others && keepsPages(blocking, material)) {
            return new Retake(received.id(), List.of(), sheet(blocking), Kind.SHEET);
        }
        if (others || full || blocking.isEmpty()) {
            return all(received.id());
        }
        return bad.isEmpty()
                ? new Retake(received.id(), good, good.size() + 1, Kind.PAGE)
                : new Retake(received.id(), good, bad.iterator().next(), Kind.PHOTO);
    }

    /** Whether one page is all he has to take: what is wrong lies on pages, and the other pages of the form came. */
    private static boolean keepsPages(List<Finding> blocking, Material material) {
        IssuedForm form = material.form();
        boolean onPages = !blocking.isEmpty() && blocking.stream().allMatch(Retake::isOfPages);
        return form != null
                && onPages
                && (form.pages() == 1
                        || material.documents().stream()
                                .flatMap(received -> received.pagesOfForm().stream())
                                .anyMatch(ReceivedPage::good));
    }

    /** Whether a finding leaves the other pages of its file alone. */
    private static boolean isOfPages(Finding finding) {
        return finding.page() != null || !finding.pictures().isEmpty();
    }

    /** The first page of the form that is wrong or missing. */
    private static int sheet(List<Finding> blocking) {
        return blocking.stream()
                .flatMap(finding -> Stream.ofNullable(finding.page()))
                .mapToInt(Integer::intValue)
                .min()
                .orElse(0);
    }

    private static Retake more(DocumentId document, List<Integer> files) {
        return new Retake(document, files, files.size() + 1, Kind.MORE);
    }

    private static boolean onlyPhotos(Material.Received received) {
        return received.document().files().stream()
                .allMatch(file -> file.contentType().startsWith("image/"));
    }
}

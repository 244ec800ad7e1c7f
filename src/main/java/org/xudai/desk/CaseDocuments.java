package org.xudai.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Dossier;
import org.xudai.forms.FormLayout;
import org.xudai.forms.IssuedForm;
import org.xudai.intake.Finding;
import org.xudai.intake.ReceivedPage;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.SigningWay;
import org.xudai.renewal.Material;
import org.xudai.renewal.Renewals;

/** The documents of a case side by side with what was issued, as the viewer shows them. */
@Component
class CaseDocuments {

    private final Renewals renewals;
    private final Dossier dossier;

    CaseDocuments(Renewals renewals, Dossier dossier) {
        this.renewals = renewals;
        this.dossier = dossier;
    }

    /**
     * A material in the viewer.
     *
     * @param material the line of the checklist
     * @param looks whether somebody has to look at it
     * @param ways ways in which what counts was signed
     * @param documents what was received and counts
     * @param sheets pages, received beside issued
     * @param findings what inspection found, weightiest first
     */
    record Sheaf(
            Material material,
            boolean looks,
            Set<SigningWay> ways,
            List<Document> documents,
            List<Sheet> sheets,
            List<Mark> findings) {

        public long toLook() {
            return findings.stream()
                    .filter(mark -> mark.finding().level() != Finding.Level.INFO)
                    .count();
        }

        /** Number of the sheet on which a finding lies, 1 where it lies on none. */
        public int sheetOf(Mark mark) {
            return sheets.stream()
                    .filter(sheet -> sheet.marks().contains(mark))
                    .mapToInt(Sheet::number)
                    .findFirst()
                    .orElse(1);
        }
    }

    /**
     * A page.
     *
     * @param number from 1, over all documents of the material
     * @param document what it is a page of, null where only the issued page is there
     * @param kept whether it stayed from an earlier document
     * @param received address of the picture of the received page
     * @param straight address of the received page laid straight over the issued one, null where that could not be done
     * @param issued address of the picture of the issued page
     * @param size size of the issued page, in points
     * @param marks findings that lie on it
     */
    record Sheet(
            int number,
            @Nullable Document document,
            boolean kept,
            @Nullable String received,
            @Nullable String straight,
            @Nullable String issued,
            FormLayout.@Nullable Page size,
            List<Mark> marks) {}

    /** A finding with its number in the list. */
    record Mark(int number, Finding finding) {

        private static final double TAG = 21;

        /** Class of its box, by who has to act. */
        public String look() {
            return switch (finding.level()) {
                case BLOCK -> "box-now";
                case ASK -> "box-ask";
                case INFO -> "box-info";
            };
        }

        /** Left edge of the tag with its number, in points: before its box, on the page. */
        public double tagLeft() {
            return finding.box() == null ? 0 : Math.max(0, finding.box().x() - TAG);
        }

        /** Corners on the received picture, in thousandths, as SVG writes points; empty where it has no place. */
        public String corners() {
            StringBuilder points = new StringBuilder();
            var photo = finding.photo();
            if (photo != null) {
                photo.forEach(corner -> points.append(Math.round(corner.x() * 1000))
                        .append(',')
                        .append(Math.round(corner.y() * 1000))
                        .append(' '));
            }
            return points.toString().strip();
        }
    }

    List<Sheaf> of(CaseNumber number) {
        Map<DocumentId, Set<Integer>> straightened = dossier.straightenedPages(number);
        return renewals.checklist(number).stream()
                .map(material -> sheaf(number, material, straightened))
                .toList();
    }

    private static Sheaf sheaf(CaseNumber number, Material material, Map<DocumentId, Set<Integer>> straightened) {
        List<Material.Received> counting = material.documents().stream()
                .filter(received -> counts(received.document()))
                .toList();
        Set<SigningWay> ways = EnumSet.noneOf(SigningWay.class);
        counting.forEach(received -> {
            SigningWay way = received.document().way();
            if (way != null) {
                ways.add(way);
            }
        });
        List<Mark> findings = marks(counting, material.kept());
        return new Sheaf(
                material,
                counting.stream().anyMatch(received -> received.document().state() == DocumentState.UNDECIDED),
                ways,
                counting.stream().map(Material.Received::document).toList(),
                counting.isEmpty()
                        ? blank(number, material.form())
                        : sheets(number, material.form(), pictures(material, counting, straightened), findings),
                findings);
    }

    private static boolean counts(Document document) {
        return document.state() != DocumentState.SUPERSEDED && document.state() != DocumentState.REFUSED;
    }

    private static List<Mark> marks(List<Material.Received> counting, List<Material.Kept> kept) {
        Stream<Finding> own = counting.stream().flatMap(received -> received.findings().stream());
        Stream<Finding> stayed = kept.stream().flatMap(CaseDocuments::about);
        List<Finding> found = Stream.concat(own, stayed)
                .distinct()
                .sorted(Comparator.comparing(Finding::level))
                .toList();
        List<Mark> marks = new ArrayList<>();
        for (Finding finding : found) {
            marks.add(new Mark(marks.size() + 1, finding));
        }
        return marks;
    }

    /** What was found on a page that stayed; what was wrong with the rest of its document is past. */
    private static Stream<Finding> about(Material.Kept kept) {
        return kept.received().findings().stream()
                .filter(finding ->
                        finding.page() != null && finding.page() == kept.page().page());
    }

    /**
     * A picture in the viewer: where it is in its document, which page of the form it shows, 0 for none, whether it stayed, and
     * whether it was laid straight.
     */
    private record Picture(Material.Received received, int position, int page, boolean kept, boolean laid) {}

    /** The pages of a form of which nothing came yet. */
    private static List<Sheet> blank(CaseNumber number, @Nullable IssuedForm form) {
        List<Sheet> sheets = new ArrayList<>();
        for (int page = 1; form != null && page <= form.pages(); page++) {
            sheets.add(new Sheet(
                    page, null, false, null, null, issued(number, form, page), layout(form, page), List.of()));
        }
        return sheets;
    }

    private static List<Sheet> sheets(
            CaseNumber number, @Nullable IssuedForm form, List<Picture> pictures, List<Mark> marks) {
        List<Sheet> sheets = new ArrayList<>();
        for (Picture picture : pictures) {
            sheets.add(sheet(number, picture, sheets.size() + 1, form, marks));
        }
        return sheets;
    }

    /** Every picture of what counts and the pages that stayed, in the order of the form. */
    private static List<Picture> pictures(
            Material material, List<Material.Received> counting, Map<DocumentId, Set<Integer>> straightened) {
        List<Picture> pictures = new ArrayList<>();
        for (Material.Received received : counting) {
            Set<Integer> laid = straightened.getOrDefault(received.id(), Set.of());
            for (int position = 1; position <= received.pages(); position++) {
                int page = pageOfForm(material, received, position);
                boolean named = !received.pagesOfForm().isEmpty();
                pictures.add(new Picture(received, position, page, false, named && laid.contains(position)));
            }
        }
        for (Material.Kept kept : material.kept()) {
            int position = kept.page().position();
            Set<Integer> laid = straightened.getOrDefault(kept.received().id(), Set.of());
            pictures.add(new Picture(kept.received(), position, kept.page().page(), true, laid.contains(position)));
        }
        pictures.sort(Comparator.comparingInt(picture -> picture.page() == 0 ? Integer.MAX_VALUE : picture.page()));
        return pictures;
    }

    /** The page its code names; where none of its document could be read, the one in its place. */
    private static int pageOfForm(Material material, Material.Received received, int position) {
        IssuedForm form = material.form();
        if (form == null) {
            return 0;
        }
        if (received.pagesOfForm().isEmpty()) {
            return position <= form.pages() ? position : 0;
        }
        return received.pagesOfForm().stream()
                .filter(page -> page.position() == position)
                .mapToInt(ReceivedPage::page)
                .findFirst()
                .orElse(0);
    }

    private static Sheet sheet(
            CaseNumber number, Picture picture, int place, @Nullable IssuedForm form, List<Mark> marks) {
        Material.Received received = picture.received();
        IssuedForm beside = picture.page() == 0 ? null : form;
        int named = beside == null ? picture.position() : picture.page();
        String address = UriComponentsBuilder.fromPath("/api/v1/renewals/{number}/documents/{id}/pages/{page}.png")
                .build(number, received.id(), picture.position())
                .toString();
        return new Sheet(
                place,
                received.document(),
                picture.kept(),
                address,
                beside != null && picture.laid() ? address + "?straight=true" : null,
                beside == null ? null : issued(number, beside, picture.page()),
                beside == null ? null : layout(beside, picture.page()),
                marks.stream()
                        .filter(mark ->
                                mark.finding().page() != null && mark.finding().page() == named)
                        .filter(mark -> received.findings().contains(mark.finding()))
                        .toList());
    }

    private static String issued(CaseNumber number, IssuedForm form, int page) {
        return UriComponentsBuilder.fromPath("/desk/cases/{number}/forms/{code}/{version}/{page}.png")
                .build(number, form.code(), form.version(), page)
                .toString();
    }

    private static FormLayout.@Nullable Page layout(IssuedForm form, int page) {
        return page <= form.layout().pages().size() ? form.layout().pages().get(page - 1) : null;
    }
}

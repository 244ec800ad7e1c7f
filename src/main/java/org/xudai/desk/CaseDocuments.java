package org.xudai.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.forms.FormLayout;
import org.xudai.forms.IssuedForm;
import org.xudai.intake.Finding;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.SigningWay;
import org.xudai.renewal.Material;
import org.xudai.renewal.Renewals;

/** The documents of a case side by side with what was issued, as the viewer shows them. */
@Component
class CaseDocuments {

    private final Renewals renewals;

    CaseDocuments(Renewals renewals) {
        this.renewals = renewals;
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
    }

    /**
     * A page.
     *
     * @param number from 1, over all documents of the material
     * @param document what it is a page of, null where only the issued page is there
     * @param received address of the picture of the received page
     * @param issued address of the picture of the issued page
     * @param size size of the issued page, in points
     * @param marks findings that lie on it
     */
    record Sheet(
            int number,
            @Nullable Document document,
            @Nullable String received,
            @Nullable String issued,
            FormLayout.@Nullable Page size,
            List<Mark> marks) {}

    /** A finding with its number on the page. */
    record Mark(int number, Finding finding) {

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
        return renewals.checklist(number).stream()
                .map(material -> sheaf(number, material))
                .toList();
    }

    private static Sheaf sheaf(CaseNumber number, Material material) {
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
        List<Mark> findings = marks(counting);
        return new Sheaf(
                material,
                counting.stream().anyMatch(received -> received.document().state() == DocumentState.UNDECIDED),
                ways,
                counting.stream().map(Material.Received::document).toList(),
                sheets(number, material, counting, findings),
                findings);
    }

    private static boolean counts(Document document) {
        return document.state() != DocumentState.SUPERSEDED && document.state() != DocumentState.REFUSED;
    }

    private static List<Mark> marks(List<Material.Received> counting) {
        List<Finding> found = counting.stream()
                .flatMap(received -> received.findings().stream())
                .distinct()
                .sorted(Comparator.comparing(Finding::level))
                .toList();
        List<Mark> marks = new ArrayList<>();
        for (Finding finding : found) {
            marks.add(new Mark(marks.size() + 1, finding));
        }
        return marks;
    }

    private static List<Sheet> sheets(
            CaseNumber number, Material material, List<Material.Received> counting, List<Mark> marks) {
        IssuedForm form = material.form();
        List<Sheet> sheets = new ArrayList<>();
        for (Material.Received received : counting) {
            for (int page = 1; page <= received.pages(); page++) {
                sheets.add(sheet(number, received, page, sheets.size() + 1, form, marks));
            }
        }
        for (int page = sheets.size() + 1; form != null && counting.isEmpty() && page <= form.pages(); page++) {
            sheets.add(new Sheet(page, null, null, issued(number, form, page), layout(form, page), List.of()));
        }
        return sheets;
    }

    private static Sheet sheet(
            CaseNumber number,
            Material.Received received,
            int page,
            int position,
            @Nullable IssuedForm form,
            List<Mark> marks) {
        IssuedForm beside = form != null && page <= form.pages() ? form : null;
        return new Sheet(
                position,
                received.document(),
                UriComponentsBuilder.fromPath("/api/v1/renewals/{number}/documents/{id}/pages/{page}.png")
                        .build(number, received.id(), page)
                        .toString(),
                beside == null ? null : issued(number, beside, page),
                beside == null ? null : layout(beside, page),
                marks.stream()
                        .filter(mark ->
                                mark.finding().page() != null && mark.finding().page() == page)
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

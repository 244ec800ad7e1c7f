package org.xudai.intake.marks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xudai.forms.FormBox;
import org.xudai.intake.compare.IssuedPage;
import org.xudai.intake.compare.StraightPage;

/** Reads the marks on a straightened page. What it cannot see well enough it leaves to a person. */
public final class MarkReader {

    /** Share of ink that is handwriting for sure, and that is none for sure (measured: docs/inspection.md). */
    private static final double WRITTEN = 0.005;

    private static final double BLANK = 0.0015;

    /** Share of red that is more than the noise of colours, where no stamp was made out. */
    private static final double SOME_RED = 0.004;

    /** Share of the print about a box that has to be seen for its emptiness to be believed. */
    private static final double SEEN = 0.85;

    /** Likewise, where a stamp is told beyond doubt; a company's seal that is needs no print about it to be believed. */
    private static final double SEEN_BY_STAMP = 0.7;

    /** Share of a box that the picture has to show. */
    private static final double SHOWN = 0.97;

    /** Ink as wide and as high as a stamp, mm. */
    private static final double STAMP_LEAST = 15;

    private static final double SEAL_LEAST = 30;

    /** Blue above red in blue inks; the grey of copies has next to none. */
    private static final double BLUE = 18;

    private MarkReader() {}

    /** Reads every box that people fill, and every red stamp. */
    public static PageMarks read(StraightPage page) {
        Redness red = Redness.of(page);
        List<Stamp> stamps =
                RedPatch.of(red).stream().map(patch -> stamp(page, red, patch)).toList();
        List<BoxMarks> boxes = new ArrayList<>();
        boolean copied = false;
        for (FormBox box : page.issued().layout().boxes()) {
            if (box.kind() == FormBox.Kind.VALUE || box.kind() == FormBox.Kind.CODE) {
                continue;
            }
            Ink ink = new Ink(page, red, box);
            Ink.Found pen = ink.pen();
            BoxMarks marks = marks(page, box, ink, pen, stamps);
            copied |= marks.kinds().contains(MarkKind.COLOURLESS_STAMP)
                    && Math.min(pen.acrossMm(), pen.downMm()) >= SEAL_LEAST;
            boxes.add(marks);
        }
        List<BoxMarks> settled = copied ? doubted(boxes, BoxMarks.Answer.FILLED, null) : boxes;
        return new PageMarks(
                isSealedElsewhere(stamps, page.issued().layout().boxes())
                        ? doubted(settled, BoxMarks.Answer.EMPTY, FormBox.Kind.SEAL)
                        : settled,
                stamps);
    }

    private static Stamp stamp(StraightPage page, Redness red, RedPatch patch) {
        double point = 1 / IssuedPage.pixels(1);
        StampKinds.Told told = StampKinds.of(page, red, patch);
        return new Stamp(
                told.kind(),
                told.sure(),
                patch.left() * point,
                patch.top() * point,
                (patch.right() - patch.left() + 1) * point,
                (patch.bottom() - patch.top() + 1) * point);
    }

    private static BoxMarks marks(StraightPage page, FormBox box, Ink ink, Ink.Found pen, List<Stamp> stamps) {
        Set<MarkKind> kinds = EnumSet.noneOf(MarkKind.class);
        boolean forSeals = box.kind() == FormBox.Kind.SEAL;
        boolean forStamps = forSeals || box.kind() == FormBox.Kind.SIGNATURE;
        List<Stamp> within =
                forStamps ? stamps.stream().filter(stamp -> stamp.isIn(box)).toList() : List.of();
        within.forEach(stamp -> kinds.add(stamp.kind()));
        boolean written = pen.share() >= WRITTEN;
        boolean doubtful = pen.share() > BLANK && !written && kinds.isEmpty();
        doubtful |= within.stream().anyMatch(stamp -> !stamp.sure());
        if (written && forSeals && kinds.isEmpty()) {
            boolean large = Math.min(pen.acrossMm(), pen.downMm()) >= STAMP_LEAST;
            boolean blue = pen.blue() >= BLUE;
            kinds.add(!large ? MarkKind.PEN : blue ? MarkKind.OTHER_CHOP : MarkKind.COLOURLESS_STAMP);
            doubtful |= !large || !blue;
        } else if (written && !forSeals) {
            kinds.add(MarkKind.PEN);
        }
        Ink.Print print = ink.print();
        double believed = kinds.isEmpty() ? print.all() : Math.max(print.all(), print.lit());
        boolean hidden = page.shownShare(box) < SHOWN || believed < needed(forSeals, within);
        boolean redRest = forStamps
                && stamps.stream().noneMatch(stamp -> stamp.touches(box))
                && !kinds.contains(MarkKind.PEN)
                && ink.red() > SOME_RED;
        BoxMarks.Answer answer = hidden || doubtful || redRest
                ? BoxMarks.Answer.UNDECIDED
                : kinds.isEmpty() ? BoxMarks.Answer.EMPTY : BoxMarks.Answer.FILLED;
        return new BoxMarks(box, answer, Set.copyOf(kinds), pen.share());
    }

    /** Share of the print about a box that has to be seen: what is seen whole itself in a box for seals is there. */
    private static double needed(boolean forSeals, List<Stamp> within) {
        boolean told = forSeals && !within.isEmpty() && within.stream().allMatch(Stamp::sure);
        boolean sealed = within.stream().anyMatch(stamp -> stamp.kind() == MarkKind.COMPANY_SEAL);
        return !told ? SEEN : sealed ? 0 : SEEN_BY_STAMP;
    }

    /**
     * Leaves boxes to a person: on the copy of a sealed page no signature is an original, and a seal beside its box is
     * still a seal.
     *
     * @param kind of the boxes, or null for all
     */
    private static List<BoxMarks> doubted(List<BoxMarks> boxes, BoxMarks.Answer answer, FormBox.@Nullable Kind kind) {
        return boxes.stream()
                .map(marks ->
                        marks.answer() == answer && (kind == null || marks.box().kind() == kind)
                                ? new BoxMarks(marks.box(), BoxMarks.Answer.UNDECIDED, marks.kinds(), marks.penShare())
                                : marks)
                .toList();
    }

    private static boolean isSealedElsewhere(List<Stamp> stamps, List<FormBox> boxes) {
        return stamps.stream()
                .filter(stamp -> stamp.kind() == MarkKind.COMPANY_SEAL)
                .anyMatch(stamp -> boxes.stream()
                        .filter(box -> box.kind() == FormBox.Kind.SEAL)
                        .noneMatch(box -> stamp.isIn(box)));
    }
}

package org.xudai.intake.study;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.xudai.forms.FormBox;
import org.xudai.forms.FormLayout;
import org.xudai.intake.ReadCodes;
import org.xudai.intake.compare.IssuedPage;
import org.xudai.intake.compare.PageComparison;
import org.xudai.intake.compare.Registration;
import org.xudai.intake.compare.Spot;
import org.xudai.intake.compare.StraightPages;
import org.xudai.intake.marks.BoxMarks;
import org.xudai.intake.marks.MarkKind;
import org.xudai.intake.marks.MarkReader;
import org.xudai.intake.studio.Photo;
import org.xudai.intake.studio.Stamp;
import org.xudai.intake.studio.Trace;
import org.xudai.intake.studio.Truth;

/** Shows a photo to the product's own code and holds what it says against what was done. */
final class Examination {

    private static final double NANOS = 1e6;
    private static final double MM_PER_INCH = 25.4;
    private static final int STEP = 20;
    private static final Share NONE = new Share(0, 0);
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private Examination() {}

    static Outcome of(Subject subject) {
        Photo photo = subject.photo();
        IssuedPage issued = StraightPages.issued(photo.truth().subject());
        long clock = System.nanoTime();
        double start = processor();
        BufferedImage picture = photo.picture();
        double decoded = processor();
        boolean code = ReadCodes.any(picture);
        double read = processor();
        PageComparison comparison = StraightPages.compared(photo, picture, issued);
        double compared = processor();
        List<BoxMarks> marks = comparison.page() == null
                ? List.of()
                : MarkReader.read(comparison.page()).boxes();
        double marked = processor();
        Outcome.Cost cost = new Outcome.Cost(
                decoded - start,
                read - decoded,
                compared - read,
                marked - compared,
                (System.nanoTime() - clock) / NANOS);
        return outcome(subject, photo.truth(), code, comparison.registration(), marks, cost, picture);
    }

    private static Outcome outcome(
            Subject subject,
            Truth truth,
            boolean code,
            Registration registration,
            List<BoxMarks> marks,
            Outcome.Cost cost,
            BufferedImage picture) {
        Share signature = NONE;
        Share signatureAsked = NONE;
        Share date = NONE;
        Share seal = NONE;
        Share sealAsked = NONE;
        Share passed = NONE;
        for (BoxMarks read : marks) {
            FormBox box = read.box();
            if (!inView(truth, box, picture) || isStrayed(truth, box)) {
                continue;
            }
            Set<MarkKind> done = done(truth, box);
            boolean asked = read.answer() == BoxMarks.Answer.UNDECIDED;
            boolean right = !asked && read.kinds().equals(done);
            passed = passed.and(read.answer() == BoxMarks.Answer.FILLED && done.isEmpty());
            switch (box.kind()) {
                case SIGNATURE -> {
                    signature = signature.and(!asked && read.kinds().isEmpty() == done.isEmpty());
                    signatureAsked = signatureAsked.and(asked);
                }
                case DATE -> date = date.and(!asked && read.kinds().isEmpty() == done.isEmpty());
                case SEAL -> {
                    seal = seal.and(right);
                    sealAsked = sealAsked.and(asked);
                }
                default -> {}
            }
        }
        return new Outcome(
                subject.condition(),
                code,
                registration.succeeded(),
                registration.succeeded() ? error(truth, registration) : -1,
                signature,
                signatureAsked,
                date,
                seal,
                sealAsked,
                passed,
                cost);
    }

    /** What was put into a box, as the product names it. */
    private static Set<MarkKind> done(Truth truth, FormBox box) {
        Set<MarkKind> done = EnumSet.noneOf(MarkKind.class);
        for (Trace trace : truth.subject().traces()) {
            if (box.name().equals(trace.box())) {
                switch (trace.act()) {
                    case SIGNED, DATED, WRITTEN -> done.add(MarkKind.PEN);
                    case STAMPED -> done.add(kind(Stamp.valueOf(trace.kind())));
                    default -> {}
                }
            }
        }
        return done;
    }

    /** Whether a stamp that was meant for another place lies on the box. */
    private static boolean isStrayed(Truth truth, FormBox box) {
        return truth.subject().traces().stream()
                .filter(trace -> trace.act() == Trace.Act.STAMPED || trace.act() == Trace.Act.STRADDLED)
                .filter(trace -> !box.name().equals(trace.box()))
                .anyMatch(trace -> trace.place().intersects(box.x(), box.y(), box.width(), box.height()));
    }

    private static MarkKind kind(Stamp stamp) {
        return switch (stamp) {
            case COMPANY_SEAL -> MarkKind.COMPANY_SEAL;
            case NAME_CHOP -> MarkKind.NAME_CHOP;
            case FINGERPRINT -> MarkKind.FINGERPRINT;
            case SPECIAL_SEAL, OVAL_CHOP, BANK_WORDS, BANK_DATE -> MarkKind.OTHER_CHOP;
        };
    }

    private static boolean inView(Truth truth, FormBox box, BufferedImage picture) {
        for (int corner = 0; corner < 4; corner++) {
            Point2D at = truth.mapping()
                    .picture(box.x() + (corner % 2 == 0 ? 0 : box.width()), box.y() + (corner < 2 ? 0 : box.height()));
            if (at.getX() < 0 || at.getY() < 0 || at.getX() > picture.getWidth() || at.getY() > picture.getHeight()) {
                return false;
            }
        }
        return true;
    }

    /** 95th percentile of the distance on paper between where points of the page were found and where they are, mm. */
    private static double error(Truth truth, Registration registration) {
        FormLayout.Page page = truth.subject()
                .form()
                .filled()
                .layout()
                .pages()
                .get(truth.subject().page() - 1);
        double mm = MM_PER_INCH / registration.dpi();
        double[] errors = new double[STEP * STEP];
        int count = 0;
        for (int i = 0; i < STEP * STEP; i++) {
            int row = i / STEP;
            double x = (i % STEP + 0.5) / STEP * page.width();
            double y = (row + 0.5) / STEP * page.height();
            Point2D is = truth.mapping().picture(x, y);
            if (is.getX() >= 0
                    && is.getY() >= 0
                    && is.getX() < registration.width()
                    && is.getY() < registration.height()) {
                Spot found = registration.inPicture(x, y);
                errors[count++] = mm * is.distance(found.x() * registration.width(), found.y() * registration.height());
            }
        }
        java.util.Arrays.sort(errors, 0, count);
        return count == 0 ? -1 : errors[(int) (0.95 * (count - 1))];
    }

    private static double processor() {
        return PROCESSOR.getCurrentThreadCpuTime() / NANOS;
    }
}

package org.xudai.intake.study;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xudai.forms.FormBox;
import org.xudai.forms.FormLayout;
import org.xudai.intake.ReadCodes;
import org.xudai.intake.compare.CodePlace;
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

    /** As xudai.intake.least-dpi has it by default: what has fewer is sent back before anything else is said of it. */
    private static final double LEAST_DPI = 80;

    private static final Share NONE = new Share(0, 0);
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private final Truth truth;
    private final BufferedImage picture;
    private final List<String> wrong = new ArrayList<>();

    private Examination(Truth truth, BufferedImage picture) {
        this.truth = truth;
        this.picture = picture;
    }

    /** Where the product cannot read the page code the comparison is told where it is: failures are counted one by one. */
    static Outcome of(Subject subject) {
        Photo photo = subject.photo();
        IssuedPage issued = StraightPages.issued(photo.truth().subject());
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        long clock = System.nanoTime();
        double start = processor();
        BufferedImage picture = photo.picture();
        double decoded = processor();
        Optional<CodePlace> code = ReadCodes.first(picture);
        double read = processor();
        PageComparison comparison = PageComparison.of(picture, code.orElseGet(() -> StraightPages.code(photo)), issued);
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
                (System.nanoTime() - clock) / NANOS,
                load);
        return new Examination(photo.truth(), picture).outcome(subject, code.isPresent(), comparison, marks, cost);
    }

    private Outcome outcome(
            Subject subject, boolean code, PageComparison comparison, List<BoxMarks> marks, Outcome.Cost cost) {
        Registration registration = comparison.registration();
        FormBox codeBox = truth.subject()
                .form()
                .boxes(truth.subject().page(), FormBox.Kind.CODE)
                .get(0);
        boolean codeInPicture = inView(codeBox);
        note(codeInPicture && !code, "page code not read");
        note(!registration.succeeded(), "page not found");
        boolean tooSmall = registration.succeeded() && registration.dpi() < LEAST_DPI;
        ToldValues told = new ToldValues(truth, this::inView, wrong);
        return new Outcome(
                subject.scene().seed(),
                subject.condition(),
                codeInPicture,
                code,
                registration.succeeded(),
                tooSmall,
                registration.succeeded() ? error(registration) : -1,
                marks(marks),
                tooSmall ? told.ofNone() : told.of(comparison),
                cost,
                List.copyOf(wrong));
    }

    private Outcome.Marks marks(List<BoxMarks> marks) {
        Share signature = NONE;
        Share signatureAsked = NONE;
        Share date = NONE;
        Share seal = NONE;
        Share sealAsked = NONE;
        Share passed = NONE;
        for (BoxMarks read : marks) {
            FormBox box = read.box();
            if (!inView(box) || isStrayed(box)) {
                continue;
            }
            Set<MarkKind> done = done(box);
            boolean asked = read.answer() == BoxMarks.Answer.UNDECIDED;
            boolean filledRight = !asked && read.kinds().isEmpty() == done.isEmpty();
            boolean kindRight = !asked && read.kinds().equals(done);
            passed = passed.and(read.answer() == BoxMarks.Answer.FILLED && done.isEmpty());
            switch (box.kind()) {
                case SIGNATURE -> {
                    signature = signature.and(filledRight);
                    signatureAsked = signatureAsked.and(asked);
                }
                case DATE -> date = date.and(filledRight);
                case SEAL -> {
                    seal = seal.and(kindRight);
                    sealAsked = sealAsked.and(asked);
                }
                default -> {}
            }
            boolean right = box.kind() == FormBox.Kind.SEAL ? kindRight : filledRight;
            note(!right, box.name() + " " + read.answer() + " " + read.kinds() + ", was " + done);
        }
        return new Outcome.Marks(signature, signatureAsked, date, seal, sealAsked, passed);
    }

    private void note(boolean isWrong, String what) {
        if (isWrong) {
            wrong.add(what);
        }
    }

    /** What was put into a box, as the product names it. */
    private Set<MarkKind> done(FormBox box) {
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
    private boolean isStrayed(FormBox box) {
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

    private boolean inView(FormBox box) {
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
    private double error(Registration registration) {
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

package org.xudai.intake.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.xudai.intake.compare.Spot;

/**
 * A page code in a received picture, and what was measured of the page round it.
 *
 * @param page number of the picture in its file, from 1
 * @param code text of the page code
 * @param drawn whether a program drew the page, so that it is no picture of paper
 * @param found whether the issued page is there; without that nothing else counts
 * @param sharpness how finely the picture shows the page
 * @param residual how far pieces of the page lie from where they should, millimetres on paper, 95th percentile
 * @param shown share of the page that the picture shows, 0 to 1
 * @param photo its corners in the picture, fractions of width and height, clockwise from the upper left
 * @param boxes the boxes of the issued page, in the order of its layout
 * @param stray places with ink that has no business there, the first {@value #MOST_STRAY}
 */
public record ComparedPage(
        int page,
        String code,
        boolean drawn,
        boolean found,
        Sharpness sharpness,
        double residual,
        double shown,
        List<Spot> photo,
        List<ComparedBox> boxes,
        List<StrayPlace> stray) {

    /** More places than these are told of as one page. */
    public static final int MOST_STRAY = 20;

    private static final int MOST_BOXES = 500;
    private static final int CORNERS = 4;

    /** A corner may lie outside of the picture; farther than this many pictures away it was not measured. */
    private static final double FAR = 1000;

    public ComparedPage {
        Objects.requireNonNull(code);
        Objects.requireNonNull(sharpness);
        photo = List.copyOf(photo);
        boxes = List.copyOf(boxes);
        stray = List.copyOf(stray);
    }

    /**
     * How finely a picture shows its page.
     *
     * @param dpi pixels of the picture an inch of paper
     * @param blur spread of the lens and of all that came after it, millimetres on the paper (one sigma); 0 where the page
     *     has nothing to measure it by
     */
    public record Sharpness(double dpi, double blur) {}

    /** A page whose code is there and which itself is not. */
    public static ComparedPage notFound(int page, String code, boolean drawn) {
        return new ComparedPage(page, code, drawn, false, new Sharpness(0, 0), 0, 0, List.of(), List.of(), List.of());
    }

    /** Whether it can have been measured: no more boxes than a page has, and numbers that are some. */
    @JsonIgnore
    public boolean isPlausible() {
        return boxes.size() <= MOST_BOXES
                && stray.size() <= MOST_STRAY
                && DoubleStream.of(sharpness.dpi(), sharpness.blur(), residual).allMatch(ComparedPage::isLength)
                && isShare(shown)
                && boxes.stream().allMatch(ComparedPage::isPlausible)
                && Stream.concat(
                                Stream.of(photo),
                                Stream.concat(
                                        boxes.stream().map(ComparedBox::photo),
                                        stray.stream().map(StrayPlace::photo)))
                        .allMatch(ComparedPage::isFrame)
                && stray.stream()
                        .map(StrayPlace::region)
                        .flatMapToDouble(
                                region -> DoubleStream.of(region.x(), region.y(), region.width(), region.height()))
                        .allMatch(ComparedPage::isLength);
    }

    private static boolean isPlausible(ComparedBox box) {
        ReadMarks marks = box.marks();
        return isShare(box.shown()) && (marks == null || isShare(marks.penShare()));
    }

    private static boolean isLength(double number) {
        return Double.isFinite(number) && number >= 0;
    }

    private static boolean isShare(double number) {
        return number >= 0 && number <= 1;
    }

    private static boolean isFrame(List<Spot> corners) {
        return (corners.isEmpty() || corners.size() == CORNERS)
                && corners.stream().allMatch(corner -> Math.abs(corner.x()) < FAR && Math.abs(corner.y()) < FAR);
    }
}

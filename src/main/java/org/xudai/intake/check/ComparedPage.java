package org.xudai.intake.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Stream;
import org.xudai.intake.compare.Spot;

/**
 * A page code in a received picture, and what was measured of the page round it.
 *
 * @param page number of the picture in its file, from 1
 * @param code text of the page code
 * @param found whether the issued page is there; without that nothing else counts
 * @param dpi pixels of the picture an inch of paper
 * @param residual how far pieces of the page lie from where they should, millimetres on paper, 95th percentile
 * @param shown share of the page that the picture shows, 0 to 1
 * @param photo its corners in the picture, fractions of width and height, clockwise from the upper left
 * @param boxes the boxes of the issued page
 */
public record ComparedPage(
        int page,
        String code,
        boolean found,
        double dpi,
        double residual,
        double shown,
        List<Spot> photo,
        List<ComparedBox> boxes) {

    private static final int MOST_BOXES = 500;

    public ComparedPage {
        photo = List.copyOf(photo);
        boxes = List.copyOf(boxes);
    }

    /** A page whose code is there and which itself is not. */
    public static ComparedPage notFound(int page, String code) {
        return new ComparedPage(page, code, false, 0, 0, 0, List.of(), List.of());
    }

    /** Whether it can have been measured: no more boxes than a page has, and numbers that are some. */
    @JsonIgnore
    public boolean isPlausible() {
        return boxes.size() <= MOST_BOXES
                && Stream.of(dpi, residual, shown).allMatch(Double::isFinite)
                && Stream.concat(photo.stream(), boxes.stream().flatMap(box -> box.photo().stream()))
                        .allMatch(corner -> Double.isFinite(corner.x()) && Double.isFinite(corner.y()));
    }
}

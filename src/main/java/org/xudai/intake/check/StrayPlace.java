package org.xudai.intake.check;

import java.util.List;
import java.util.Objects;
import org.xudai.intake.compare.Region;
import org.xudai.intake.compare.Spot;

/**
 * A place with ink where the page has neither print nor room for marks.
 *
 * @param region where it is on the issued page, in points
 * @param photo its corners in the picture, fractions of width and height, clockwise from the upper left
 */
public record StrayPlace(Region region, List<Spot> photo) {

    public StrayPlace {
        Objects.requireNonNull(region);
        photo = List.copyOf(photo);
    }
}

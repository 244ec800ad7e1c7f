package org.xudai.intake.check;

import java.util.List;
import org.xudai.intake.compare.Spot;

/**
 * A box of the issued page in a picture.
 *
 * @param name its name in the layout
 * @param shown share of it that the picture shows, 0 to 1
 * @param photo its corners in the picture, fractions of width and height, clockwise from the upper left
 */
public record ComparedBox(String name, double shown, List<Spot> photo) {

    public ComparedBox {
        photo = List.copyOf(photo);
    }
}

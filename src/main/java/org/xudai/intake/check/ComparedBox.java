package org.xudai.intake.check;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xudai.intake.compare.Spot;

/**
 * A box of the issued page in a picture.
 *
 * @param name its name in the layout
 * @param shown share of it that the picture shows, 0 to 1
 * @param photo its corners in the picture, fractions of width and height, clockwise from the upper left
 * @param lit whether neither glare nor a shadow lies over it
 * @param value what was read of the value printed in it; null where none is, or where it was not looked at
 * @param marks what people made in it; null where they are not meant to, or where it was not looked at
 * @param typed whether something was typed into it on a screen
 */
public record ComparedBox(
        String name,
        double shown,
        List<Spot> photo,
        boolean lit,
        @Nullable ReadValue value,
        @Nullable ReadMarks marks,
        boolean typed) {

    public ComparedBox {
        Objects.requireNonNull(name);
        photo = List.copyOf(photo);
    }

    /** A box in good light that nothing was read of. */
    public static ComparedBox seen(String name, double shown, List<Spot> photo) {
        return new ComparedBox(name, shown, photo, true, null, null, false);
    }
}

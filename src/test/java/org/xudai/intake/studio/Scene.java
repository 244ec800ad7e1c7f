package org.xudai.intake.studio;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.xudai.forms.FormBox;
import org.xudai.forms.PaperForm;

/**
 * A page and what is done to it, one thing after the other, until it is photographed.
 *
 * @param form the issued form
 * @param page which page, from 1
 * @param seed everything else follows from it
 * @param deeds what is done, in order
 */
public record Scene(PaperForm form, int page, long seed, List<Deed> deeds) {

    /** An untouched page. */
    public static Scene of(PaperForm form, int page, long seed) {
        return new Scene(form, page, seed, List.of());
    }

    /** Signed in every box for it. */
    public Scene signed() {
        Scene scene = this;
        for (FormBox box : form.boxes(page, FormBox.Kind.SIGNATURE)) {
            scene = scene.signed(box.name());
        }
        return scene;
    }

    /** Signed in one box. */
    public Scene signed(String box) {
        return with(new Deeds.Signing(box(box)));
    }

    /** Dated by hand in every box for it. */
    public Scene dated() {
        Scene scene = this;
        for (FormBox box : form.boxes(page, FormBox.Kind.DATE)) {
            scene = scene.dated(box.name());
        }
        return scene;
    }

    /** Dated by hand in one box. */
    public Scene dated(String box) {
        return with(new Deeds.Dating(box(box)));
    }

    /** Stamped in every box for a seal. */
    public Scene sealed(Stamp stamp) {
        Scene scene = this;
        for (FormBox box : form.boxes(page, FormBox.Kind.SEAL)) {
            scene = scene.stamped(stamp, box.name());
        }
        return scene;
    }

    /** Stamped in one box. */
    public Scene stamped(Stamp stamp, String box) {
        return with(new Deeds.Stamping(stamp, box(box), null));
    }

    /** Stamped where the middle of the stamp is in points of the page, printed words or not. */
    public Scene stampedAt(Stamp stamp, double x, double y) {
        return with(new Deeds.Stamping(stamp, null, new Rectangle2D.Double(x, y, 0, 0)));
    }

    /** 骑缝章: the company's seal across the edge of the page. */
    public Scene straddled() {
        return with(new Deeds.Straddling());
    }

    /** A printed value altered. */
    public Scene altered(Alteration alteration, String box) {
        return with(new Deeds.Altering(alteration, box(box)));
    }

    /** Something written by hand in a box meant for it. */
    public Scene written(String box) {
        return with(new Deeds.Writing(box(box)));
    }

    /** A note somewhere on the page, outside all boxes. */
    public Scene scribbled() {
        return with(new Deeds.Scribbling());
    }

    /** Something lies on a box. */
    public Scene covered(Cover cover, String box) {
        return with(new Deeds.Covering(cover, box(box)));
    }

    /** A corner torn off, or a strip cut away. */
    public Scene cut() {
        return with(new Deeds.Cutting());
    }

    /** Photocopied, so that only grey is left. */
    public Scene photocopied() {
        return with(new Deeds.Photocopying());
    }

    /** The boxes of printed values of one line that can be altered that way. */
    public List<FormBox> alterable(Alteration alteration) {
        return form.boxes(page, FormBox.Kind.VALUE).stream()
                .filter(box -> box.height() < 30)
                .filter(box -> Forger.can(alteration, form.text(box)))
                .toList();
    }

    private FormBox box(String name) {
        return form.box(page, name);
    }

    private Scene with(Deed deed) {
        List<Deed> more = new ArrayList<>(deeds);
        more.add(deed);
        return new Scene(form, page, seed, List.copyOf(more));
    }

    /** Takes the photo. */
    public Photo photographed(Camera camera) {
        Chance chance = new Chance(seed);
        Print print = Print.of(chance.of("print"));
        Sheet sheet = Sheet.printed(form.filled().pdf(), page, camera.dotsPerInch(), print);
        List<Trace> traces = new ArrayList<>();
        for (int i = 0; i < deeds.size(); i++) {
            deeds.get(i).on(sheet, form, chance.of("deed " + i)).ifPresent(traces::add);
        }
        return Exposure.of(sheet, camera, chance.of("camera"))
                .photo(new Truth.Subject(form, page, List.copyOf(traces)));
    }
}

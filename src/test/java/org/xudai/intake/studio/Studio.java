package org.xudai.intake.studio;

import org.xudai.forms.PaperForm;
import org.xudai.forms.PaperForms;
import org.xudai.kernel.CaseNumber;

/** Forms to photograph, another borrower's for each seed. */
public final class Studio {

    private static final int YEAR = 2026;
    private static final int CASES = 9000;

    private final PaperForms forms = new PaperForms();

    /** The forms, to read page codes with. */
    public PaperForms forms() {
        return forms;
    }

    /** Any of the forms. */
    public PaperForm form(long seed) {
        return form(new Chance(seed).of("form").oneOf(forms.codes()), seed);
    }

    /** A form by its code. */
    public PaperForm form(String code, long seed) {
        Chance chance = new Chance(seed).of("filling");
        Filling filling = Filling.of(chance);
        CaseNumber number = CaseNumber.of(YEAR, 1 + chance.below(CASES));
        filling.bound().put("case.number", number.value());
        filling.bound().put("form.version", "1");
        return forms.fill(number, code, filling.bound(), filling.answers());
    }

    /** A page of any form, waiting for what is done to it. */
    public Scene page(long seed) {
        PaperForm form = form(seed);
        return Scene.of(form, new Chance(seed).of("page").from(1, form.filled().pages()), seed);
    }
}

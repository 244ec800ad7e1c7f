package org.xudai.intake.studio;

import java.util.Optional;
import org.xudai.forms.PaperForm;

/** Something to do to a sheet. */
@FunctionalInterface
interface Deed {

    /** Does it and tells what was done where, unless that shows nowhere in particular. */
    Optional<Trace> on(Sheet sheet, PaperForm form, Chance chance);
}

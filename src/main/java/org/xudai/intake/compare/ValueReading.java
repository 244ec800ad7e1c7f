package org.xudai.intake.compare;

import java.util.List;
import org.xudai.forms.FormBox;

/**
 * What became of a printed value (比对).
 *
 * @param box its box on the issued page
 * @param outcome whether it was altered
 * @param reason what speaks for that
 * @param where the places in the box that differ; empty where nothing does or nothing can be said
 * @param extra ink that is not the issued print's, in the blackness of full pixels of {@link IssuedPage#DPI}, the most in
 *     one place
 * @param missing print that is not there, likewise
 */
public record ValueReading(
        FormBox box, Outcome outcome, Reason reason, List<Region> where, double extra, double missing) {

    /** Whether a value was altered. A machine never says that it was not. */
    public enum Outcome {
        /** 未发现改动: nothing was found, and the value could be seen well enough. */
        NOTHING_FOUND,
        /** Something differs: a person has to look. */
        ALTERED,
        /** It could not be judged: a person has to look. */
        UNDECIDED
    }

    /** What speaks for an outcome. */
    public enum Reason {
        /** Print and picture agree. */
        AGREES,
        /** Ink was added: written over, a stroke, a digit more. */
        ADDED_INK,
        /** Print is gone: correction fluid, scraped off, another text. */
        PRINT_GONE,
        /** Added ink and lost print: another text in its place. */
        REPLACED,
        /** Red ink that is no large seal lies on it. */
        RED_INK,
        /** A chop in blue ink lies on it, and nothing else that differs. */
        CHOP,
        /** Something differs, too little to say that it was done on purpose. */
        FAINT,
        /** The picture does not show all of it. */
        OUT_OF_PICTURE,
        /** Light washes it out. */
        GLARE,
        /** Too dark to tell. */
        DARK,
        /** Something solid lies on it. */
        COVERED,
        /** The paper is bent so much there that it could not be laid straight. */
        BENT,
        /** Too blurred or too coarse to tell one digit from another. */
        BLURRED
    }

    /** The same, left to a person. */
    ValueReading undecided(Reason why) {
        return new ValueReading(box, Outcome.UNDECIDED, why, where, extra, missing);
    }
}

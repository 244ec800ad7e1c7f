package org.xudai.intake.marks;

import java.util.Set;
import org.xudai.forms.FormBox;

/**
 * What stands in a box that people fill.
 *
 * @param box the box
 * @param answer whether something stands in it
 * @param kinds what it is; empty where nothing is there or nothing can be said
 * @param penShare share of the box under a pen's ink, 0 to 1, print and stamps left out
 */
public record BoxMarks(FormBox box, Answer answer, Set<MarkKind> kinds, double penShare) {

    /** Whether a box is filled. */
    public enum Answer {
        FILLED,
        EMPTY,
        /** It cannot be seen well enough: a person has to look. */
        UNDECIDED
    }

    /** What follows for the document. */
    public enum Verdict {
        /** A mark that the box accepts is there. */
        DONE,
        /** A mark is needed and there is none. */
        MISSING,
        /** A person has to look: it cannot be seen, or what is there is not what the box accepts. */
        ASK,
        /** Nothing is there and nothing is needed, as a seal at a 个体工商户. */
        NOT_NEEDED
    }

    /** What follows, by what the box accepts and whether it needs a mark. */
    public Verdict verdict() {
        return switch (answer) {
            case FILLED -> kinds.stream().anyMatch(this::accepts) ? Verdict.DONE : Verdict.ASK;
            case EMPTY -> box.required() ? Verdict.MISSING : Verdict.NOT_NEEDED;
            case UNDECIDED -> box.required() || !kinds.isEmpty() ? Verdict.ASK : Verdict.NOT_NEEDED;
        };
    }

    private boolean accepts(MarkKind kind) {
        if (box.accepts().isEmpty()) {
            return kind == MarkKind.PEN;
        }
        return switch (kind) {
            case PEN -> box.accepts().contains(FormBox.Mark.SIGNATURE);
            case FINGERPRINT -> box.accepts().contains(FormBox.Mark.FINGERPRINT);
            case COMPANY_SEAL -> box.accepts().contains(FormBox.Mark.COMPANY_SEAL);
            case NAME_CHOP -> box.accepts().contains(FormBox.Mark.NAME_CHOP);
            case STRADDLE_SEAL, OTHER_CHOP, COLOURLESS_STAMP -> false;
        };
    }
}

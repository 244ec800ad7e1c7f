package org.xudai.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xudai.intake.Finding;
import org.xudai.renewal.Material;

/**
 * A row of the task list.
 *
 * @param code which material
 * @param state what of it
 * @param reason why it was refused
 * @param progress how far he is with the form
 * @param at when it came
 * @param material the material
 */
record TaskRow(
        String code,
        State state,
        @Nullable Finding reason,
        @Nullable Progress progress,
        @Nullable Instant at,
        Material material) {

    /** What there is to do: the first eight for him, the rest not. */
    enum State {
        CORRECTION,
        REFUSED,
        FILL,
        GO_ON,
        CHECK,
        SIGN,
        PRINT,
        UPLOAD,
        LOOKING,
        RECEIVED,
        ACCEPTED,
        SIGNING,
        CLOSED
    }

    /**
     * How far he is with a form.
     *
     * @param step the step to go on with, from 1
     * @param steps how many there are
     * @param minutes about how long the rest takes
     */
    record Progress(int step, int steps, int minutes) {}

    public boolean isOpen() {
        return state.compareTo(State.LOOKING) < 0;
    }

    /** Whether something was wrong with it. */
    public boolean isUrgent() {
        return state == State.CORRECTION || state == State.REFUSED;
    }

    /** Where the row leads. */
    public String address() {
        return switch (state) {
            case FILL, GO_ON -> "/my/forms/" + code + "/" + (progress == null ? 1 : progress.step());
            case CHECK -> "/my/forms/" + code + "/check";
            case SIGN, SIGNING -> "/my/materials/" + code + "/sign";
            default -> "/my/materials/" + code;
        };
    }
}

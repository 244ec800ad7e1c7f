package org.xudai.intake.check;

import java.util.Objects;
import org.xudai.intake.compare.ValueReading;

/**
 * What a worker read of a printed value.
 *
 * @param outcome whether it was altered
 * @param reason what speaks for that
 */
public record ReadValue(ValueReading.Outcome outcome, ValueReading.Reason reason) {

    public ReadValue {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(reason);
    }

    /** Print and picture agree. */
    public static final ReadValue AGREES =
            new ReadValue(ValueReading.Outcome.NOTHING_FOUND, ValueReading.Reason.AGREES);

    /** Another text stands in its place. */
    public static final ReadValue REPLACED = new ReadValue(ValueReading.Outcome.ALTERED, ValueReading.Reason.REPLACED);
}

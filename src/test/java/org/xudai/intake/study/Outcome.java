package org.xudai.intake.study;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one photo.
 *
 * @param seed which photo
 * @param condition how it was taken
 * @param codeInPicture whether the picture shows all of the page code
 * @param code whether it was read
 * @param found whether the page was found in the picture
 * @param tooSmall whether it has too few pixels for the product to read on: the photo is sent back
 * @param error how far points of the page are from where they should be, mm on paper, 95th percentile; negative where the
 *     page was not found
 * @param marks what was read of the marks
 * @param values what was told of the printed values
 * @param cost what it took
 * @param wrong what was wrong, in words, for who looks into it
 */
record Outcome(
        long seed,
        String condition,
        boolean codeInPicture,
        boolean code,
        boolean found,
        boolean tooSmall,
        double error,
        Marks marks,
        Values values,
        Cost cost,
        List<String> wrong) {

    /**
     * Boxes that people fill.
     *
     * @param signature signature boxes read right, of how many in view
     * @param signatureAsked signature boxes left to a person
     * @param date date boxes read right, of how many in view
     * @param seal seal boxes whose kind was read right, of how many in view
     * @param sealAsked seal boxes left to a person
     * @param passed boxes read as filled although nothing fit to fill them was there: the dangerous error
     */
    record Marks(Share signature, Share signatureAsked, Share date, Share seal, Share sealAsked, Share passed) {}

    /**
     * Printed values in view; none of a page that is sent back. False boxes are counted on honest pages alone: a forger's pen may reach into the value beside.
     *
     * @param honest whether no value of the page was altered
     * @param told values told altered though none was, of all on an honest page; of none on another
     * @param asked values left to a person, likewise
     * @param forged the value that was altered, null where there is none in view
     */
    record Values(
            boolean honest,
            Share told,
            Share asked,
            @Nullable Forged forged) {}

    /**
     * An altered value.
     *
     * @param kind how it was altered
     * @param weighty whether it is an amount or a date
     * @param answer what the machine said
     */
    record Forged(String kind, boolean weighty, Answer answer) {}

    /** What the machine said of an altered value. */
    enum Answer {
        FOUND,
        /** A person looks. */
        UNDECIDED,
        /** Nothing was found: the worst. */
        MISSED
    }

    /**
     * Milliseconds of the processor for each part, and of the clock for all.
     *
     * @param decode from bytes to pixels
     * @param code reading the page code
     * @param compare finding the page, laying it straight and comparing its values
     * @param marks reading the marks
     * @param wall all of it by the clock
     * @param load processes that wanted a core in the minute before
     */
    record Cost(double decode, double code, double compare, double marks, double wall, double load) {}

    /** Whether the product would have come to look at the page: of the photos that show its code, those read and found. */
    Share reached() {
        return new Share(code && found ? 1 : 0, 1);
    }

    Share located() {
        return new Share(found ? 1 : 0, 1);
    }

    /** Whether this is an honest page whose values were looked at. */
    @JsonIgnore
    boolean isHonest() {
        return values.honest() && values.told().of() > 0;
    }

    /** How the altered value was answered; of none where there is none in view. */
    Share forged(Answer answer) {
        Forged forged = values.forged();
        return forged == null ? new Share(0, 0) : new Share(forged.answer() == answer ? 1 : 0, 1);
    }

    /** Likewise, only where it is an amount or a date (or only where it is neither). */
    Share forged(Answer answer, boolean weighty) {
        Forged forged = values.forged();
        return forged == null || forged.weighty() != weighty ? new Share(0, 0) : forged(answer);
    }
}

package org.xudai.intake.study;

/**
 * What came of one photo.
 *
 * @param condition how it was taken
 * @param code whether its page code was read
 * @param found whether the page was found in it
 * @param error how far points of the page are from where they should be, mm on paper, 95th percentile; negative where the
 *     page was not found
 * @param signature signature boxes read right, of how many in view
 * @param signatureAsked signature boxes left to a person
 * @param date date boxes read right, of how many in view
 * @param seal seal boxes whose kind was read right, of how many in view
 * @param sealAsked seal boxes left to a person
 * @param passed boxes read as filled although nothing fit to fill them was there: the dangerous error
 * @param cost what it took
 */
record Outcome(
        String condition,
        boolean code,
        boolean found,
        double error,
        Share signature,
        Share signatureAsked,
        Share date,
        Share seal,
        Share sealAsked,
        Share passed,
        Cost cost) {

    /**
     * Milliseconds of the processor for each part, and of the clock for all.
     *
     * @param decode from bytes to pixels
     * @param code reading the page code
     * @param compare finding the page and laying it straight
     * @param marks reading the marks
     * @param wall all of it by the clock
     */
    record Cost(double decode, double code, double compare, double marks, double wall) {}
}

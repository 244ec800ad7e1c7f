package org.xudai.intake.marks;

import java.util.List;

/**
 * The marks on a page.
 *
 * @param boxes a reading for each box for a signature, a seal, a date or handwriting, in the order of the layout
 * @param stamps all red stamps, in boxes or not
 */
public record PageMarks(List<BoxMarks> boxes, List<Stamp> stamps) {}

package org.xudai.intake;

import org.xudai.intake.compare.CodePlace;

/**
 * A page code in a picture.
 *
 * @param text what it says, not yet believed
 * @param place where it is, in pixels of the picture
 */
record FoundCode(String text, CodePlace place) {}

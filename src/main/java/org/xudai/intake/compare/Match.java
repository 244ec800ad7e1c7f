package org.xudai.intake.compare;

/**
 * A piece of the issued page found again in the picture.
 *
 * @param pageX middle of the piece on the page, in pixels of the grid it was looked for on
 * @param pageY as pageX
 * @param x where it lies in the picture
 * @param y as x
 * @param score correlation of the two, −1 to 1
 * @param knows which way it can be off its place: a piece of a line slides along it unnoticed
 */
record Match(double pageX, double pageY, double x, double y, double score, Texture knows) {}

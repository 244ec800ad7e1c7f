package org.xudai.pdf;

/**
 * A square of modules to draw on a page, e.g. a QR code.
 *
 * @param page page, from 1
 * @param x left, points from the left of the page
 * @param y top, points from the top of the page
 * @param size width and height in points, without the quiet zone
 * @param modules rows of modules, true is dark
 */
public record PageMark(int page, double x, double y, double size, boolean[][] modules) {}

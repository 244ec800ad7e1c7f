package org.xudai.pdf;

/**
 * Where a field stands on a page, in points from the top left.
 *
 * @param field name of the field
 * @param page page, from 1
 */
public record PdfWidget(String field, int page, double x, double y, double width, double height) {}

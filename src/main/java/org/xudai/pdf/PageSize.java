package org.xudai.pdf;

/** Size of a page in points. */
public record PageSize(double width, double height) {}

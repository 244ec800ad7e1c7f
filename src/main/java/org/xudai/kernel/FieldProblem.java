package org.xudai.kernel;

/**
 * A field that cannot be taken.
 *
 * @param field name of the field or column
 * @param problem stable code, its sentence is {@code problem.<code>} in the bundle
 * @param shown the value masked, or empty
 */
public record FieldProblem(String field, String problem, String shown) {}

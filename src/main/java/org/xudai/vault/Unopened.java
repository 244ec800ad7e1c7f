package org.xudai.vault;

import java.util.function.Function;

/**
 * A row as it was read from the database, its sealed values not opened yet: they are opened once all rows are read and the
 * keys of all are at hand.
 *
 * @param owner whose key is needed
 * @param opening makes the thing of the row
 */
public record Unopened<T>(KeyOwner owner, Function<Vault, T> opening) {}

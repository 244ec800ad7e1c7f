package org.xudai.vault;

import java.util.List;

/**
 * What a module keeps of cases and borrowers, declared by the module that owns the tables, so that forgetting leaves nothing
 * out and no module knows the tables of another.
 */
@FunctionalInterface
public interface Traces {

    /** The tables, in the order in which they are forgotten. */
    List<Trace> all();
}

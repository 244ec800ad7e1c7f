package org.xudai.audit;

import java.util.List;

/**
 * Many acts of one transaction, recorded in this order as if each were published by itself. For an import, where a way to the
 * database for each row would be what it costs.
 *
 * @param acts what was done
 */
public record Acts(List<? extends Auditable> acts) {

    public Acts {
        acts = List.copyOf(acts);
    }
}

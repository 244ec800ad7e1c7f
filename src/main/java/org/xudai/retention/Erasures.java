package org.xudai.retention;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.xudai.kernel.CaseNumber;

/** What is left of what was erased. */
@Service
public class Erasures {

    private final ErasureTable table;

    Erasures(ErasureTable table) {
        this.table = table;
    }

    /** The erasure of a case, under way or ended. */
    public Optional<Erasure> of(CaseNumber caseNumber) {
        return table.latest(Erasure.Kind.CASE, caseNumber.value());
    }
}

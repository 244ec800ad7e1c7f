package org.xudai.renewal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;

/** Which lines of the checklist take something now: all in the first round, later those named for correction. */
@Component
class OpenLines {

    private final CaseTable cases;
    private final MaterialTable materials;

    OpenLines(CaseTable cases, MaterialTable materials) {
        this.cases = cases;
        this.materials = materials;
    }

    boolean take(CaseNumber number, @Nullable MaterialCode material) {
        RenewalCase renewal = cases.get(number);
        if (renewal.state() != CaseState.COLLECTING) {
            return false;
        }
        return material == null
                || renewal.round() == 1
                || materials.ofCase(number).stream()
                        .anyMatch(line -> line.code().equals(material) && line.correctionRound() == renewal.round());
    }
}

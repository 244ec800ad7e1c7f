package org.xudai.renewal;

import org.xudai.kernel.CaseNumber;

/** Makes the evidence box of a case that has ended; implemented by evidence. */
public interface DossierSealer {

    /** Makes and stores the box; a second call changes nothing. */
    void seal(CaseNumber caseNumber);
}

package org.xudai.evidence;

import java.io.IOException;
import java.io.OutputStream;
import org.xudai.kernel.CaseNumber;

/** The evidence box (存证包) of a case. */
public interface EvidenceBoxes {

    /** Writes the box as a zip: the sealed one where there is one, else one of the state now. */
    void write(CaseNumber caseNumber, OutputStream out) throws IOException;
}

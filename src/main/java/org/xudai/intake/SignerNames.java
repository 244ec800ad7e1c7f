package org.xudai.intake;

import java.util.List;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;

/** Tells whose signatures a form asks for; implemented by the module that keeps the case. */
public interface SignerNames {

    /** Names of the signers, in order; the firm may sign by its certificate for any of them. */
    Signers of(CaseNumber caseNumber, MaterialCode material);

    /**
     * Who signs.
     *
     * @param people names of the signers
     * @param firm name of the firm
     */
    record Signers(List<String> people, String firm) {}
}

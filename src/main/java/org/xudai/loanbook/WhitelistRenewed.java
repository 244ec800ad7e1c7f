package org.xudai.loanbook;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;

/** A whitelist entry was renewed. */
public record WhitelistRenewed(
        CaseNumber caseNumber, LoanNumber loan, Whitelist.Validity validity, String coreReference, Actor actor)
        implements Auditable {

    @Override
    public String act() {
        return "loanbook.entry-renewed";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "loan", loan.value(),
                "from", validity.from().toString(),
                "until", validity.until().toString(),
                "reference", coreReference);
    }
}

package org.xudai.loanbook;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;

/** What became of the new contract of a loan was noted. */
public record ContractNoted(LoanNumber loan, ContractState state, Actor by) implements Auditable {

    @Override
    public @Nullable CaseNumber caseNumber() {
        return null;
    }

    @Override
    public String act() {
        return "loanbook.contract-noted";
    }

    @Override
    public Actor actor() {
        return by;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("loan", loan.value(), "state", state.name());
    }
}

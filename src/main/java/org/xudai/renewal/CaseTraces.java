package org.xudai.renewal;

import static org.xudai.vault.Trace.Of.CASE;
import static org.xudai.vault.Trace.emptied;
import static org.xudai.vault.Trace.removed;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.Trace;
import org.xudai.vault.Traces;

/** What a case keeps: its borrower, its parties, amounts and texts. Number, branch, dates and state stay. */
@Component
class CaseTraces implements Traces {

    @Override
    public List<Trace> all() {
        return List.of(
                emptied(
                        CASE,
                        "renewal_case",
                        "number = :owner",
                        "customer_number = ''",
                        "firm = ''",
                        "balance = 0",
                        "importers = '{}'",
                        "known_reasons = '{}'",
                        "approved_amount = null",
                        "approved_term = null",
                        "approved_conditions = null",
                        "offered_amount = null",
                        "offered_term = null",
                        "offered_conditions = null",
                        "core_refusal = null"),
                emptied(CASE, "renewal_material", "case_number = :owner", "signers = '{}'", "correction_text = null"),
                removed(CASE, "renewal_case_party", "case_number = :owner"),
                removed(CASE, "renewal_moment", "case_number = :owner"));
    }
}

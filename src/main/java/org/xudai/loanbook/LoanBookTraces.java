package org.xudai.loanbook;

import static org.xudai.vault.Trace.Of.BORROWER;
import static org.xudai.vault.Trace.removed;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.Trace;
import org.xudai.vault.Traces;

/** A borrower with his parties, loans and entries of the whitelist. */
@Component
class LoanBookTraces implements Traces {

    @Override
    public List<Trace> all() {
        return List.of(
                removed(BORROWER, "party_role", "party_id in (select id from party where customer_number = :owner)"),
                removed(BORROWER, "party", "customer_number = :owner"),
                removed(
                        BORROWER,
                        "whitelist_entry",
                        "loan_number in (select number from loan where customer_number = :owner)"),
                removed(
                        BORROWER,
                        "whitelist_renewal",
                        "loan_number in (select number from loan where customer_number = :owner)"),
                removed(
                        BORROWER,
                        "register_entry",
                        "loan_number in (select number from loan where customer_number = :owner)"),
                removed(BORROWER, "loan", "customer_number = :owner"),
                removed(BORROWER, "borrower", "customer_number = :owner"));
    }
}

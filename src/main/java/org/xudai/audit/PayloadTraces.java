package org.xudai.audit;

import static org.xudai.vault.Trace.Of.BORROWER;
import static org.xudai.vault.Trace.Of.CASE;
import static org.xudai.vault.Trace.removed;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.xudai.vault.Trace;
import org.xudai.vault.Traces;

/** What is personal beside the record. The entries and their salted hashes stay, and the chain holds without it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE) // while the loans and parties are there that entries name
class PayloadTraces implements Traces {

    /** Of a borrower: what was recorded in the loan book about his loans and his parties, found by the entries' facts. */
    private static final String OF_BORROWER = """
            chain = 'book' and position in (
                select e.position from audit_entry e where e.chain = 'book' and e.payload_hash <> ''
                    and e.facts::jsonb ->> 'loan' in (select number from loan where customer_number = :owner)
                union all
                select e.position from audit_entry e where e.chain = 'book' and e.payload_hash <> ''
                    and e.facts::jsonb ->> 'party' in (select id::text from party where customer_number = :owner))""";

    @Override
    public List<Trace> all() {
        return List.of(
                removed(CASE, "audit_payload", "chain = :owner"), removed(BORROWER, "audit_payload", OF_BORROWER));
    }
}

package org.xudai.review;

import static org.xudai.vault.Trace.Of.CASE;
import static org.xudai.vault.Trace.emptied;
import static org.xudai.vault.Trace.removed;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.Trace;
import org.xudai.vault.Traces;

/** What was decided about a case and why. Who decided what, when, and on which documents stays. */
@Component
class ReviewTraces implements Traces {

    @Override
    public List<Trace> all() {
        return List.of(
                emptied(
                        CASE,
                        "decision",
                        "case_number = :owner",
                        "comment = ''",
                        "corrections = '[]'",
                        "amount = null",
                        "term_months = null",
                        "conditions = null",
                        "opinion = null"),
                removed(CASE, "work_item", "case_number = :owner"),
                removed(CASE, "borrowers_hand", "case_number = :owner"));
    }
}

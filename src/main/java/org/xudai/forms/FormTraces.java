package org.xudai.forms;

import static org.xudai.vault.Trace.Of.CASE;
import static org.xudai.vault.Trace.Of.DRAFT;
import static org.xudai.vault.Trace.emptied;
import static org.xudai.vault.Trace.removed;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.Trace;
import org.xudai.vault.Traces;

/** What forms keep of a case: answers in draft, printed values and where they stand. */
@Component
class FormTraces implements Traces {

    @Override
    public List<Trace> all() {
        return List.of(
                removed(DRAFT, "form_answer", "case_number = :owner"),
                emptied(CASE, "issued_form", "case_number = :owner", "field_values = '{}'", "layout = '{}'"));
    }
}

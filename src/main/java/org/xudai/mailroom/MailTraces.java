package org.xudai.mailroom;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.Trace;
import org.xudai.vault.Traces;

/** What the mailroom knows of a case: which pages of a stack went there. That there were pages stays with the stack. */
@Component
class MailTraces implements Traces {

    @Override
    public List<Trace> all() {
        return List.of(Trace.emptied(
                Trace.Of.CASE,
                "mail_sheet",
                "case_number = :owner",
                "case_number = null",
                "document_id = null",
                "form = null",
                "version = null",
                "form_page = null"));
    }
}

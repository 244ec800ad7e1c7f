package org.xudai.tracing;

import org.springframework.context.event.EventListener;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;

/** Every act on a case that is recorded tells the span of its request which case it is about. */
final class NotedActs {

    private final Spans spans;

    NotedActs(Spans spans) {
        this.spans = spans;
    }

    @EventListener
    void on(Auditable act) {
        CaseNumber caseNumber = act.caseNumber();
        if (caseNumber != null) {
            spans.note(caseNumber, act.act());
        }
    }
}

package org.xudai.mailroom;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;

/** A stack of scans was handed in. */
record StackTaken(Stack stack) implements Auditable {

    @Override
    public @Nullable CaseNumber caseNumber() {
        return null;
    }

    @Override
    public String act() {
        return "mailroom.taken";
    }

    @Override
    public Actor actor() {
        return stack.actor();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "stack", stack.id().toString(),
                "branch", stack.branch().value(),
                "sha256", stack.object().sha256().value(),
                "size", Long.toString(stack.object().size()));
    }
}

package org.xudai.mailroom;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;

/** Somebody stopped a stack before its pages went anywhere. */
record StackStopped(UUID stack, Actor actor) implements Auditable {

    @Override
    public @Nullable CaseNumber caseNumber() {
        return null;
    }

    @Override
    public String act() {
        return "mailroom.stopped";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("stack", stack.toString());
    }
}

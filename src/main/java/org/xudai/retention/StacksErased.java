package org.xudai.retention;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;

/** Stacks of scans are erased; their hashes stand in the record since they came. */
record StacksErased(List<UUID> stacks) implements Auditable {

    @Override
    public @Nullable CaseNumber caseNumber() {
        return null;
    }

    @Override
    public String act() {
        return "retention.stacks-erased";
    }

    @Override
    public Actor actor() {
        return Actor.system("retention");
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("stacks", stacks.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }
}

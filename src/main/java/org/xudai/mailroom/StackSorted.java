package org.xudai.mailroom;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;

/**
 * A stack has come to its end.
 *
 * @param state how
 * @param problem why it could not be taken apart, or null
 * @param counts how many of its pages are where
 */
record StackSorted(UUID stack, StackState state, @Nullable String problem, Map<SheetState, Integer> counts)
        implements Auditable {

    @Override
    public @Nullable CaseNumber caseNumber() {
        return null;
    }

    @Override
    public String act() {
        return "mailroom.sorted";
    }

    @Override
    public Actor actor() {
        return Actor.system("mailroom");
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>(Map.of("stack", stack.toString(), "state", state.name()));
        if (problem != null) {
            facts.put("problem", problem);
        }
        counts.forEach((where, pages) -> facts.put(where.name().toLowerCase(Locale.ROOT), Integer.toString(pages)));
        return facts;
    }
}

package org.xudai.retention;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.xudai.access.BranchScope;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.EndedCase;
import org.xudai.renewal.EndedCases;

/** What will be erased next and what is held: read only, by the same clocks that erase. */
@Service
public class RetentionPlan {

    private final EndedCases cases;
    private final RetentionClocks clocks;
    private final HoldTable holds;
    private final RetentionSettings settings;

    RetentionPlan(EndedCases cases, RetentionClocks clocks, HoldTable holds, RetentionSettings settings) {
        this.cases = cases;
        this.clocks = clocks;
        this.holds = holds;
        this.settings = settings;
    }

    /**
     * A case that will be erased.
     *
     * @param ended the case
     * @param due when
     * @param overdue whether its time has run out: the next round erases it, unless it is held
     * @param held whether a legal hold keeps it
     */
    public record Planned(EndedCase ended, Due due, boolean overdue, boolean held) {}

    /** The cases of these branches that are erased first, soonest first. */
    public List<Planned> next(BranchScope scope, int most) {
        List<EndedCase> candidates = Stream.of(RetentionClock.RENEWED, RetentionClock.REFUSED, RetentionClock.ABANDONED)
                .flatMap(clock -> cases.oldest(statesOf(clock), scope, clock == RetentionClock.RENEWED, most).stream())
                .toList();
        Set<CaseNumber> held =
                holds.amongst(candidates.stream().map(EndedCase::number).toList());
        return candidates.stream()
                .flatMap(ended -> clocks.of(ended).stream()
                        .map(due -> new Planned(ended, due, clocks.hasRunOut(due), held.contains(ended.number()))))
                .sorted(Comparator.comparing((Planned planned) -> planned.due().keptUntil())
                        .thenComparing(planned -> planned.ended().number().value()))
                .limit(most)
                .toList();
    }

    /** When a case will be erased; empty while it is under way or its new loan is not settled, and once it was erased. */
    public Optional<Due> of(CaseNumber caseNumber) {
        return cases.find(caseNumber).flatMap(clocks::of);
    }

    /** When a stack of scans will be erased, with the pages of it that nobody assigned, unless it is held. */
    public Due ofStack(Instant receivedAt) {
        return clocks.ofStack(receivedAt);
    }

    /** Holds that stand on cases of these branches, the latest first. */
    public List<LegalHold> held(BranchScope scope, int most) {
        return holds.standing(scope, most);
    }

    /** Whether what has run out is erased, or only shown. */
    public boolean erases() {
        return settings.erases();
    }

    static Set<CaseState> statesOf(RetentionClock clock) {
        return Stream.of(CaseState.values())
                .filter(state -> !state.isOpen() && RetentionClock.of(state) == clock)
                .collect(Collectors.toSet());
    }
}

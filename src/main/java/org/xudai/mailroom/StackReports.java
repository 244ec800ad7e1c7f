package org.xudai.mailroom;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.access.BranchScope;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.mailroom.StackReport.Filing;
import org.xudai.mailroom.StackReport.Placed;

/** Writes what became of stacks, for a reader who may see some branches. */
@Component
class StackReports {

    private static final Set<SheetState> IN_CASES = Set.of(SheetState.FILED, SheetState.TWICE, SheetState.ASSIGNED);

    private final SheetTable sheets;

    StackReports(SheetTable sheets) {
        this.sheets = sheets;
    }

    /** Without pages. */
    List<StackReport> brief(List<Stack> stacks, BranchScope scope) {
        List<UUID> ids = stacks.stream().map(Stack::id).toList();
        Map<UUID, Map<SheetState, Integer>> read = sheets.counts(ids, BranchScope.EVERY);
        Map<UUID, Map<SheetState, Integer>> seen = sheets.counts(ids, scope);
        return stacks.stream()
                .map(stack -> report(
                        stack,
                        sum(read.getOrDefault(stack.id(), Map.of())),
                        seen.getOrDefault(stack.id(), Map.of()),
                        List.of(),
                        List.of(),
                        List.of()))
                .toList();
    }

    /** One document, or pages that came twice. */
    private record Kind(
            BranchCode branch,
            CaseNumber caseNumber,
            MaterialCode material,
            @Nullable DocumentId document,
            SheetState state) {}

    StackReport of(Stack stack, BranchScope scope) {
        Map<Kind, List<Integer>> filed = new LinkedHashMap<>();
        List<Placed> placed = new ArrayList<>();
        List<Integer> elsewhere = new ArrayList<>();
        Map<SheetState, Integer> counts = new EnumMap<>(SheetState.class);
        List<StackSheet> found = sheets.of(stack.id());
        for (StackSheet sheet : found) {
            StackSheet.Target target = sheet.target();
            if (!scope.covers(sheet.branch())) {
                elsewhere.add(sheet.page());
                continue;
            }
            counts.merge(sheet.state(), 1, Integer::sum);
            if (target != null && IN_CASES.contains(sheet.state())) {
                filed.computeIfAbsent(
                                new Kind(
                                        sheet.branch(),
                                        target.caseNumber(),
                                        target.form(),
                                        sheet.document(),
                                        sheet.state()),
                                any -> new ArrayList<>())
                        .add(sheet.page());
            } else if (sheet.state() != SheetState.READ && !IN_CASES.contains(sheet.state())) {
                placed.add(new Placed(sheet.id(), sheet.page(), sheet.state(), sheet.reason()));
            }
        }
        List<Filing> filings = filed.entrySet().stream()
                .map(entry -> filing(entry.getKey(), entry.getValue()))
                .toList();
        return report(stack, found.size(), counts, filings, placed, elsewhere);
    }

    private static Filing filing(Kind kind, List<Integer> pages) {
        return new Filing(
                kind.branch(),
                kind.caseNumber(),
                kind.material(),
                kind.document(),
                pages,
                kind.state() == SheetState.TWICE,
                kind.state() == SheetState.ASSIGNED);
    }

    private static int sum(Map<SheetState, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static StackReport report(
            Stack stack,
            int read,
            Map<SheetState, Integer> counts,
            List<Filing> filings,
            List<Placed> placed,
            List<Integer> elsewhere) {
        return new StackReport(
                stack.id(),
                stack.branch(),
                stack.by(),
                stack.fileName(),
                stack.object().size(),
                stack.object().sha256(),
                stack.receivedAt(),
                stack.state(),
                stack.pages(),
                read,
                stack.problem(),
                stack.endedAt(),
                counts,
                filings,
                placed,
                elsewhere);
    }
}

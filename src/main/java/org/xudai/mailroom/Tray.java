package org.xudai.mailroom;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xudai.access.BranchScope;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Slice;
import org.xudai.renewal.Deadlines;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;

/** Pages that wait for people. On top lies what presses most: pages of cases under way by their day, then what came first. */
@Component
class Tray {

    private final SheetTable sheets;
    private final StackTable stacks;
    private final Renewals renewals;
    private final BusinessCalendar calendar;

    Tray(SheetTable sheets, StackTable stacks, Renewals renewals, BusinessCalendar calendar) {
        this.sheets = sheets;
        this.stacks = stacks;
        this.renewals = renewals;
        this.calendar = calendar;
    }

    Slice<TraySheet> of(BranchScope scope, int page, int size) {
        Map<CaseNumber, LocalDate> due = due(sheets.casesWaiting(scope));
        List<CaseNumber> pressing = due.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        List<StackSheet> found = sheets.waiting(scope, pressing, page, size);
        Map<UUID, Stack> known = stacks.of(found);
        long total = sheets.countWaiting(scope);
        return new Slice<>(
                found.stream()
                        .map(sheet -> tray(sheet, Objects.requireNonNull(known.get(sheet.stack())), due))
                        .toList(),
                Math.min(total, Slice.COUNTED),
                total <= Slice.COUNTED,
                page,
                size,
                null);
    }

    Optional<TraySheet> sheet(UUID id) {
        return sheets.assignable(id).map(found -> {
            StackSheet.Target target = found.target();
            Map<CaseNumber, LocalDate> due = due(target == null ? List.of() : List.of(target.caseNumber()));
            return tray(found, stacks.find(found.stack()).orElseThrow(), due);
        });
    }

    /** By when cases have to be decided, of those under way. */
    private Map<CaseNumber, LocalDate> due(List<CaseNumber> numbers) {
        Map<CaseNumber, LocalDate> due = new HashMap<>();
        numbers.forEach(number -> renewals.find(number)
                .filter(renewal -> renewal.state().isOpen())
                .ifPresent(renewal -> due.put(number, due(renewal))));
        return due;
    }

    private LocalDate due(RenewalCase renewal) {
        Deadlines deadlines = renewal.deadlines();
        return deadlines == null
                ? renewal.maturesOn()
                : deadlines.hardStopAt().atZone(calendar.zone()).toLocalDate();
    }

    private static TraySheet tray(StackSheet sheet, Stack stack, Map<CaseNumber, LocalDate> due) {
        StackSheet.Target target = sheet.target();
        String reason = sheet.reason();
        CaseNumber number = target == null ? null : target.caseNumber();
        return new TraySheet(
                sheet.id(),
                stack.id(),
                sheet.page(),
                sheet.branch(),
                reason == null ? null : TrayReason.valueOf(reason),
                number,
                target == null ? null : target.form(),
                number == null ? null : due.get(number),
                sheet.turned(),
                stack.receivedAt());
    }
}

package org.xudai.review;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xudai.access.Role;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.RecordedDecision;

/**
 * Who may decide what: role first, then separation of duties (审贷分离, 双人复核). Investigation, co-investigation, review
 * and each level of approval are different people; nobody reviews what he handed in himself or approves a loan he
 * imported.
 */
@Component
class TaskRules {

    private static final Map<HumanTaskKind, Set<Role>> ROLES = new EnumMap<>(HumanTaskKind.class);

    static {
        ROLES.put(HumanTaskKind.DecideException, Set.of(Role.BRANCH_HEAD));
        ROLES.put(HumanTaskKind.GuideBorrower, Set.of(Role.RELATIONSHIP_MANAGER, Role.HOTLINE));
        ROLES.put(HumanTaskKind.CallBorrower, Set.of(Role.RELATIONSHIP_MANAGER));
        ROLES.put(HumanTaskKind.InvestigateCase, Set.of(Role.RELATIONSHIP_MANAGER));
        ROLES.put(HumanTaskKind.CoInvestigateCase, Set.of(Role.RELATIONSHIP_MANAGER));
        ROLES.put(HumanTaskKind.ReviewCase, Set.of(Role.REVIEWER));
        ROLES.put(HumanTaskKind.ApproveCase, Set.of(Role.APPROVER));
        ROLES.put(HumanTaskKind.DecideOverdueCase, Set.of(Role.BRANCH_HEAD));
        ROLES.put(HumanTaskKind.AttendRenewal, Set.of(Role.BRANCH_HEAD));
    }

    private final DecisionTable decisions;
    private final WorkTable work;
    private final StaffDirectory staff;

    TaskRules(DecisionTable decisions, WorkTable work, StaffDirectory staff) {
        this.decisions = decisions;
        this.work = work;
        this.staff = staff;
    }

    /** The kinds of task that any of a person's roles may decide. */
    static Set<HumanTaskKind> kindsOf(StaffMember member) {
        return Stream.of(HumanTaskKind.values())
                .filter(kind -> rolesFor(kind).stream().anyMatch(member::has))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** The rule that keeps somebody from a task, with who may; nothing where he may. */
    Optional<TaskRefusal> check(WorkRow row, StaffMember member) {
        return brokenRule(row, member).map(rule -> new TaskRefusal.Forbidden(rule, whoMay(row)));
    }

    private static Set<Role> rolesFor(HumanTaskKind kind) {
        return ROLES.getOrDefault(kind, Set.of());
    }

    private Optional<String> brokenRule(WorkRow row, StaffMember member) {
        HumanTaskKind kind = row.item().kind();
        if (rolesFor(kind).stream().noneMatch(member::has)) {
            return Optional.of("ROLE");
        }
        List<RecordedDecision> past = decisions.ofCase(row.item().caseNumber());
        return switch (kind) {
            case InvestigateCase -> row.lead().equals(member.id()) ? Optional.empty() : Optional.of("LEAD_ONLY");
            case CoInvestigateCase ->
                row.lead().equals(member.id())
                        ? Optional.of("FOUR_EYES_INVESTIGATED")
                        : did(past, member.id(), HumanTaskKind.InvestigateCase, "FOUR_EYES_INVESTIGATED");
            case ReviewCase -> reviewer(row, member, past);
            case ApproveCase -> approver(row, member, past);
            case DecideException, GuideBorrower, CallBorrower, DecideOverdueCase, AttendRenewal -> Optional.empty();
        };
    }

    private Optional<String> reviewer(WorkRow row, StaffMember member, List<RecordedDecision> past) {
        if (row.lead().equals(member.id())) {
            return Optional.of("FOUR_EYES_INVESTIGATED");
        }
        return investigated(past, member.id())
                .or(() -> did(past, member.id(), HumanTaskKind.ApproveCase, "FOUR_EYES_APPROVED"))
                .or(() -> work.handedInBy(row.item().caseNumber(), member.id())
                        ? Optional.of("FOUR_EYES_UPLOADED")
                        : Optional.empty());
    }

    private static Optional<String> approver(WorkRow row, StaffMember member, List<RecordedDecision> past) {
        if (row.lead().equals(member.id())) {
            return Optional.of("FOUR_EYES_INVESTIGATED");
        }
        if (row.importers().contains(member.id())) {
            return Optional.of("FOUR_EYES_IMPORTED");
        }
        boolean otherLevel = past.stream()
                .anyMatch(decision -> decision.kind() == HumanTaskKind.ApproveCase
                        && decision.level() != row.item().level()
                        && decision.by().equals(member.id()));
        return investigated(past, member.id())
                .or(() -> did(past, member.id(), HumanTaskKind.ReviewCase, "FOUR_EYES_REVIEWED"))
                .or(() -> otherLevel ? Optional.of("FOUR_EYES_APPROVED") : Optional.empty());
    }

    private static Optional<String> investigated(List<RecordedDecision> past, StaffId who) {
        return did(past, who, HumanTaskKind.InvestigateCase, "FOUR_EYES_INVESTIGATED")
                .or(() -> did(past, who, HumanTaskKind.CoInvestigateCase, "FOUR_EYES_INVESTIGATED"));
    }

    private static Optional<String> did(List<RecordedDecision> past, StaffId who, HumanTaskKind kind, String rule) {
        return past.stream().anyMatch(d -> d.kind() == kind && d.by().equals(who))
                ? Optional.of(rule)
                : Optional.empty();
    }

    private List<String> whoMay(WorkRow row) {
        return rolesFor(row.item().kind()).stream()
                .flatMap(role -> staff.withRole(role, row.item().branch()).stream())
                .distinct()
                .filter(member -> brokenRule(row, member).isEmpty())
                .map(StaffMember::name)
                .sorted()
                .toList();
    }
}

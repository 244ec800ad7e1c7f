package org.xudai.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.access.Act;
import org.xudai.access.BranchScope;
import org.xudai.access.Branches;
import org.xudai.access.StaffMember;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.PageKey;
import org.xudai.kernel.Slice;

/** Reads pages of the worklist. The rules of {@link TaskRules} stand here once more as conditions of the query. */
@Component
class WorkLists {

    private static final String MAY_DO = """
             and kind = any(:kinds)
             and (kind <> 'InvestigateCase' or lead = :me)
             and (kind not in ('CoInvestigateCase', 'ReviewCase', 'ApproveCase') or (lead <> :me and not exists (
                    select 1 from decision d where d.case_number = w.case_number and d.by_staff = :me
                    and d.kind in ('InvestigateCase', 'CoInvestigateCase')
                    and not (w.kind = 'CoInvestigateCase' and d.kind = 'CoInvestigateCase'))))
             and (kind <> 'ReviewCase' or not exists (
                    select 1 from borrowers_hand h where h.case_number = w.case_number and h.staff = :me
                    union all select 1 from decision d where d.case_number = w.case_number and d.by_staff = :me
                        and d.kind = 'ApproveCase'))
             and (kind <> 'ApproveCase' or not (:me = any(importers) or exists (
                    select 1 from decision d where d.case_number = w.case_number and d.by_staff = :me
                    and (d.kind = 'ReviewCase' or (d.kind = 'ApproveCase' and d.level <> w.level)))))
            """;

    private final JdbcClient jdbc;
    private final Branches branches;
    private final BusinessCalendar calendar;

    WorkLists(JdbcClient jdbc, Branches branches, BusinessCalendar calendar) {
        this.jdbc = jdbc;
        this.branches = branches;
        this.calendar = calendar;
    }

    Slice<WorkItem> list(WorkQuery query, StaffMember member) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, member, parameters);
        long total = count(where, parameters);
        parameters.put("limit", query.size() + 1);
        parameters.put("offset", query.after() == null ? (long) query.page() * query.size() : 0L);
        var items = jdbc.sql("select w.* from work_item w" + where + after(query, parameters)
                        + " order by hard_stop_at nulls last, opened_at, task_id limit :limit offset :offset")
                .params(parameters)
                .query((row, number) -> WorkTable.item(row))
                .list();
        return Slice.of(
                items,
                total,
                query.page(),
                query.size(),
                item -> PageKey.of(Objects.requireNonNullElse(item.hardStopAt(), ""), item.openedAt(), item.id()));
    }

    private static String after(WorkQuery query, Map<String, Object> parameters) {
        PageKey after = query.after();
        if (after == null) {
            return "";
        }
        parameters.put("afterOpened", Timestamp.from(after.moment(1)));
        parameters.put("afterId", after.string(2));
        if (!after.has(0)) {
            return " and hard_stop_at is null and (opened_at, task_id) > (:afterOpened, :afterId)";
        }
        parameters.put("afterStop", Timestamp.from(after.moment(0)));
        return " and (hard_stop_at is null"
                + " or (hard_stop_at, opened_at, task_id) > (:afterStop, :afterOpened, :afterId))";
    }

    Set<String> claimable(Collection<String> taskIds, StaffMember member) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(new WorkQuery(WorkQuery.View.AVAILABLE, null, null, null, 0, 1), member, parameters);
        parameters.put("ids", taskIds.toArray(String[]::new));
        return jdbc.sql("select task_id from work_item w" + where + " and task_id = any(:ids)")
                .params(parameters)
                .query(String.class)
                .set();
    }

    Map<WorkQuery.View, Long> counts(StaffMember member) {
        Map<WorkQuery.View, Long> counts = new EnumMap<>(WorkQuery.View.class);
        for (WorkQuery.View view : WorkQuery.View.values()) {
            Map<String, Object> parameters = new HashMap<>();
            String where = where(new WorkQuery(view, null, null, null, 0, 1), member, parameters);
            counts.put(view, count(where, parameters));
        }
        return counts;
    }

    private long count(String where, Map<String, Object> parameters) {
        return jdbc.sql("select count(*) from (select 1 from work_item w" + where + " limit " + (Slice.COUNTED + 1)
                        + ") counted")
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private String where(WorkQuery query, StaffMember member, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(" where closed_at is null");
        BranchScope scope = branches.scopeOf(member);
        if (!scope.all()) {
            where.append(" and branch = any(:scope)");
            parameters.put("scope", codes(scope.codes()));
        }
        where.append(view(query.view(), member, parameters));
        BranchCode branch = query.branch();
        if (branch != null) {
            where.append(" and branch = :branch");
            parameters.put("branch", branch.value());
        }
        if (query.kind() != null) {
            where.append(" and kind = :kind");
            parameters.put("kind", query.kind().name());
        }
        Integer days = query.withinDays();
        if (days != null) {
            Instant end = calendar.at(calendar.today().plusDays(days + 1L), LocalTime.MIDNIGHT);
            where.append(" and hard_stop_at < :before");
            parameters.put("before", Timestamp.from(end));
        }
        return where.toString();
    }

    private String view(WorkQuery.View view, StaffMember member, Map<String, Object> parameters) {
        return switch (view) {
            case ALL -> {
                if (Act.LIST_EVERY_TASK.allowedTo(member)) {
                    yield "";
                }
                parameters.put("me", member.id().value());
                parameters.put("kinds", kinds(member));
                yield " and (assignee = :me or lead = :me or kind = any(:kinds))";
            }
            case DOABLE -> mayDo(member, parameters) + " and (assignee is null or assignee = :me)";
            case AVAILABLE -> mayDo(member, parameters) + " and assignee is null";
            case MINE -> {
                parameters.put("me", member.id().value());
                yield " and assignee = :me";
            }
            case BRANCH -> {
                parameters.put("own", member.branch().value());
                yield " and branch = :own";
            }
            case COVERED -> {
                parameters.put("own", member.branch().value());
                yield " and branch <> :own";
            }
        };
    }

    private static String mayDo(StaffMember member, Map<String, Object> parameters) {
        parameters.put("me", member.id().value());
        parameters.put("kinds", kinds(member));
        return MAY_DO;
    }

    private static String[] kinds(StaffMember member) {
        return TaskRules.kindsOf(member).stream().map(Enum::name).toArray(String[]::new);
    }

    private static String[] codes(Set<BranchCode> codes) {
        return codes.stream().map(BranchCode::value).collect(Collectors.toSet()).toArray(String[]::new);
    }
}

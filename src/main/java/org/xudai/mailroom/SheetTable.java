package org.xudai.mailroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.access.BranchScope;
import org.xudai.dossier.ShelvedObject;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Sha256;
import org.xudai.kernel.StaffId;

/** Rows of the pages of stacks. */
@Component
class SheetTable {

    private static final String SHEETS = """
            select s.*, o.size, p.size as preview_size, p.sha256 as preview_hash from mail_sheet s
            left join shelf_object o on o.object_key = s.object_key
            left join shelf_object p on p.object_key = s.preview_key
            """;

    /** Pages of a stack that is still taken apart, or was stopped, wait for nobody. */
    private static final String OF_DONE = " join mail_stack k on k.id = s.stack_id and k.state = 'DONE' ";

    private static final String WAITING = OF_DONE + """
            where s.state = 'TRAY' and (:every or s.branch = any(:branches))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SheetTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes a page that was read; false where another node has read it. */
    boolean insert(StackSheet sheet) {
        ShelvedObject picture = sheet.picture();
        ShelvedObject preview = sheet.preview();
        StackSheet.Target target = sheet.target();
        return jdbc.sql("""
                                insert into mail_sheet (id, stack_id, page, state, reason, branch, content_type, sha256,
                                    object_key, preview_key, case_number, form, version, form_page)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (stack_id, page) do nothing
                                """)
                        .params(Arrays.asList(
                                sheet.id(),
                                sheet.stack(),
                                sheet.page(),
                                sheet.state().name(),
                                sheet.reason(),
                                sheet.branch().value(),
                                sheet.contentType(),
                                picture == null ? null : picture.sha256().value(),
                                picture == null ? null : picture.key(),
                                preview == null ? null : preview.key(),
                                target == null ? null : target.caseNumber().value(),
                                target == null ? null : target.form().value(),
                                target == null ? null : target.version(),
                                target == null ? null : target.page()))
                        .update()
                == 1;
    }

    /** How many pages of a stack are read; they are read in their order. */
    int read(UUID stack) {
        return jdbc.sql("select count(*) from mail_sheet where stack_id = ?")
                .param(stack)
                .query(Integer.class)
                .single();
    }

    /** Pages that go to their cases, form by form in the order of their pages. */
    List<StackSheet> toFile(UUID stack) {
        return jdbc.sql(SHEETS + """
                        where s.stack_id = ? and s.state = 'READ' order by s.case_number, s.form, s.version, s.form_page, s.page
                        """).param(stack).query((row, n) -> sheet(row)).list();
    }

    List<StackSheet> of(UUID stack) {
        return jdbc.sql(SHEETS + " where s.stack_id = ? order by s.page")
                .param(stack)
                .query((row, n) -> sheet(row))
                .list();
    }

    List<StackSheet> find(Collection<UUID> ids) {
        return jdbc.sql(SHEETS + " where s.id in (:ids)")
                .param("ids", ids)
                .query((row, n) -> sheet(row))
                .list();
    }

    /** How many pages of each stack are where, of those that are at branches of a scope. */
    Map<UUID, Map<SheetState, Integer>> counts(Collection<UUID> stacks, BranchScope scope) {
        Map<UUID, Map<SheetState, Integer>> counts = new HashMap<>();
        if (!stacks.isEmpty()) {
            jdbc.sql("""
                            select stack_id, state, count(*) from mail_sheet
                            where stack_id in (:stacks) and (:every or branch = any(:branches)) group by 1, 2
                            """)
                    .param("stacks", stacks)
                    .param("every", scope.all())
                    .param("branches", StackTable.codes(scope))
                    .query(row -> {
                        counts.computeIfAbsent(row.getObject(1, UUID.class), any -> new EnumMap<>(SheetState.class))
                                .put(SheetState.valueOf(row.getString(2)), row.getInt(3));
                    });
        }
        return counts;
    }

    /** Pages that wait: first those of some cases, in their order, then what came first. */
    List<StackSheet> waiting(BranchScope scope, List<CaseNumber> first, int page, int size) {
        return jdbc.sql(SHEETS + WAITING + """
                        order by array_position(cast(:first as text[]), s.case_number) nulls last, k.received_at, s.stack_id, s.page
                        limit :size offset :before
                        """)
                .param("every", scope.all())
                .param("branches", StackTable.codes(scope))
                .param("first", first.stream().map(CaseNumber::value).toArray(String[]::new))
                .param("size", size)
                .param("before", (long) page * size)
                .query((row, n) -> sheet(row))
                .list();
    }

    /** Cases that the codes on pages name which wait. */
    List<CaseNumber> casesWaiting(BranchScope scope) {
        return jdbc.sql("select distinct s.case_number from mail_sheet s" + WAITING + " and s.case_number is not null")
                .param("every", scope.all())
                .param("branches", StackTable.codes(scope))
                .query((row, n) -> new CaseNumber(row.getString(1)))
                .list();
    }

    long countWaiting(BranchScope scope) {
        return jdbc.sql("select count(*) from mail_sheet s" + WAITING)
                .param("every", scope.all())
                .param("branches", StackTable.codes(scope))
                .query(Long.class)
                .single();
    }

    /** Pages that wait or were put aside as blank. */
    Optional<StackSheet> assignable(UUID id) {
        return jdbc.sql(SHEETS + OF_DONE + "where s.id = ? and s.state in ('TRAY', 'BLANK')")
                .param(id)
                .query((row, n) -> sheet(row))
                .optional();
    }

    /** Turns a page that waits or was put aside; false where it is none any more. */
    boolean turn(UUID id, Turn turn) {
        return jdbc.sql("""
                                update mail_sheet set turned = (turned + ?) % 360 where id = ? and state in ('TRAY', 'BLANK')
                                """).params(turn.degrees(), id).update() == 1;
    }

    /**
     * Moves pages to where they belong, unless somebody was faster with one of them.
     *
     * @param from states they may be in
     * @return how many were moved
     */
    int settle(Collection<UUID> ids, Collection<SheetState> from, Settled to) {
        MaterialCode material = to.material();
        CaseNumber number = to.caseNumber();
        StaffId by = to.by();
        return jdbc.sql("""
                        update mail_sheet set state = :state, reason = :reason, branch = coalesce(:branch, branch),
                            case_number = coalesce(:number, case_number), form = coalesce(:form, form),
                            document_id = cast(:document as uuid), settled_by = :by, settled_at = :at,
                            object_key = case when cast(:document as uuid) is null then object_key end,
                            preview_key = case when cast(:document as uuid) is null then preview_key end
                        where id in (:ids) and state in (:from)
                        """)
                .param("state", to.state().name())
                .param("reason", to.reason())
                .param("branch", to.branch() == null ? null : to.branch().value())
                .param("number", number == null ? null : number.value())
                .param("form", material == null ? null : material.value())
                .param("document", to.document() == null ? null : to.document().value())
                .param("by", by == null ? null : by.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("ids", ids)
                .param("from", from.stream().map(Enum::name).toList())
                .update();
    }

    /** Where pages go; what is null stays as it is. */
    record Settled(
            SheetState state,
            @Nullable String reason,
            @Nullable BranchCode branch,
            @Nullable CaseNumber caseNumber,
            @Nullable MaterialCode material,
            @Nullable DocumentId document,
            @Nullable StaffId by) {

        /** To the tray, or aside, with a reason. */
        static Settled as(SheetState state, Enum<?> reason, @Nullable StaffId by) {
            return new Settled(state, reason.name(), null, null, null, null, by);
        }
    }

    /** Cases that pages of stacks went to. */
    Map<UUID, List<CaseNumber>> cases(Collection<UUID> stacks) {
        Map<UUID, List<CaseNumber>> cases = new HashMap<>();
        if (!stacks.isEmpty()) {
            jdbc.sql("""
                            select distinct stack_id, case_number from mail_sheet
                            where stack_id in (:stacks) and case_number is not null
                            """)
                    .param("stacks", stacks)
                    .query((row, n) -> Map.entry(
                            row.getObject("stack_id", UUID.class), new CaseNumber(row.getString("case_number"))))
                    .list()
                    .forEach(found -> cases.merge(found.getKey(), List.of(found.getValue()), SheetTable::both));
        }
        return cases;
    }

    private static List<CaseNumber> both(List<CaseNumber> some, List<CaseNumber> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static StackSheet sheet(ResultSet row) throws SQLException {
        String number = row.getString("case_number");
        String form = row.getString("form");
        UUID document = row.getObject("document_id", UUID.class);
        return new StackSheet(
                row.getObject("id", UUID.class),
                row.getObject("stack_id", UUID.class),
                row.getInt("page"),
                SheetState.valueOf(row.getString("state")),
                row.getString("reason"),
                new BranchCode(row.getString("branch")),
                row.getString("content_type"),
                object(row.getString("object_key"), row.getLong("size"), row.getString("sha256")),
                object(row.getString("preview_key"), row.getLong("preview_size"), row.getString("preview_hash")),
                number == null || form == null
                        ? null
                        : new StackSheet.Target(
                                new CaseNumber(number),
                                new MaterialCode(form),
                                row.getInt("version"),
                                row.getInt("form_page")),
                document == null ? null : new DocumentId(document),
                row.getInt("turned"),
                row.getString("settled_by") != null);
    }

    private static @Nullable ShelvedObject object(@Nullable String key, long size, @Nullable String hash) {
        return key == null || hash == null ? null : new ShelvedObject(key, size, new Sha256(hash));
    }
}

package org.xudai.mailroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.access.BranchScope;
import org.xudai.dossier.ShelvedObject;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.Sha256;
import org.xudai.kernel.StaffId;
import org.xudai.vault.Cell;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.SealedTable;
import org.xudai.vault.Unopened;
import org.xudai.vault.Vault;

/** Rows of stacks. */
@Component
class StackTable {

    private static final SealedTable STACKS = new StackSealing();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    StackTable(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    void insert(Stack stack) {
        jdbc.sql("""
                        insert into mail_stack (id, branch, by_staff, file_name, sealed_under, size, sha256, object_key,
                            received_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        stack.id(),
                        stack.branch().value(),
                        stack.by().value(),
                        vault.seal(fileName(stack.id()), stack.fileName()),
                        vault.sealedUnder(),
                        stack.object().size(),
                        stack.object().sha256().value(),
                        stack.object().key(),
                        Timestamp.from(stack.receivedAt()),
                        stack.state().name()))
                .update();
    }

    Optional<Stack> find(UUID id) {
        return jdbc.sql("select * from mail_stack where id = ?")
                .param(id)
                .query((row, n) -> stack(row))
                .optional()
                .map(row -> row.opening().apply(vault));
    }

    /** The stacks that pages came in, by their ids. */
    Map<UUID, Stack> of(Collection<StackSheet> found) {
        List<UUID> ids = found.stream().map(StackSheet::stack).distinct().toList();
        return ids.isEmpty()
                ? Map.of()
                : vault
                        .open(jdbc.sql("select * from mail_stack where id in (:ids)")
                                .param("ids", ids)
                                .query((row, n) -> stack(row))
                                .list())
                        .stream()
                        .collect(Collectors.toMap(Stack::id, stack -> stack));
    }

    /** The stack of a branch with these bytes that came to something or still may. */
    Optional<UUID> same(BranchCode branch, Sha256 hash) {
        return jdbc.sql("""
                        select id from mail_stack where branch = ? and sha256 = ? and state in ('RUNNING', 'FILING', 'DONE')
                        """)
                .params(branch.value(), hash.value())
                .query(UUID.class)
                .optional();
    }

    /** Stacks that nodes have to go on with, oldest first. */
    List<UUID> underWay() {
        return jdbc.sql("select id from mail_stack where state in ('RUNNING', 'FILING') order by received_at, id")
                .query(UUID.class)
                .list();
    }

    List<Stack> latest(BranchScope scope, int most) {
        return vault.open(jdbc.sql("""
                        select * from mail_stack where :every or branch = any(:branches)
                        order by received_at desc, id limit :most
                        """)
                .param("every", scope.all())
                .param("branches", codes(scope))
                .param("most", most)
                .query((row, n) -> stack(row))
                .list());
    }

    static String[] codes(BranchScope scope) {
        return scope.codes().stream().map(BranchCode::value).toArray(String[]::new);
    }

    /** Notes that a node begins with it; gives how often that happened since a page was last read. */
    int begun(UUID id) {
        return jdbc.sql("update mail_stack set tries = tries + 1 where id = ? returning tries")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** What kept a node from going on is not the stack's fault, or it went on. */
    void goesOn(UUID id) {
        jdbc.sql("update mail_stack set tries = 0 where id = ? and tries > 0")
                .param(id)
                .update();
    }

    void counted(UUID id, int pages) {
        jdbc.sql("update mail_stack set pages = ? where id = ?")
                .params(pages, id)
                .update();
    }

    /** Whether somebody stopped it. */
    boolean isStopped(UUID id) {
        return jdbc.sql("select cancelled_by is not null from mail_stack where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    boolean stop(UUID id, StaffId by) {
        return jdbc.sql("""
                                update mail_stack set cancelled_by = ?
                                where id = ? and state = 'RUNNING' and cancelled_by is null
                                """).params(by.value(), id).update() == 1;
    }

    /** From here on its pages go to their places; false where somebody has stopped it. */
    boolean beginFiling(UUID id) {
        return jdbc.sql("""
                                update mail_stack set state = 'FILING'
                                where id = ? and state in ('RUNNING', 'FILING') and cancelled_by is null
                                """).param(id).update() == 1;
    }

    void end(UUID id, StackState state, @Nullable String problem) {
        jdbc.sql("update mail_stack set state = ?, problem = ?, ended_at = ? where id = ?")
                .params(Arrays.asList(state.name(), problem, Timestamp.from(clock.instant()), id))
                .update();
    }

    /** Ids and times of stacks that came before a moment and have ended, oldest first, behind one of them. */
    List<StackArchive.Kept> until(Instant moment, StackArchive.Kept after, int most) {
        return jdbc.sql("""
                        select id, received_at from mail_stack where received_at < ? and state not in ('RUNNING', 'FILING')
                            and (received_at, id) > (?, ?)
                        order by received_at, id limit ?
                        """)
                .params(Timestamp.from(moment), Timestamp.from(after.receivedAt()), after.id(), most)
                .query((row, n) -> new StackArchive.Kept(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }

    void remove(Collection<UUID> ids) {
        jdbc.sql("delete from mail_sheet where stack_id in (:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("delete from mail_stack where id in (:ids)").param("ids", ids).update();
    }

    private static Unopened<Stack> stack(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        BranchCode branch = new BranchCode(row.getString("branch"));
        StaffId by = new StaffId(row.getString("by_staff"));
        String fileName = row.getString(StackSealing.FILE_NAME);
        ShelvedObject object = new ShelvedObject(
                row.getString("object_key"), row.getLong("size"), new Sha256(row.getString("sha256")));
        Instant receivedAt = row.getTimestamp("received_at").toInstant();
        StackState state = StackState.valueOf(row.getString("state"));
        Integer pages = row.getObject("pages", Integer.class);
        String problem = row.getString("problem");
        boolean cancelled = row.getString("cancelled_by") != null;
        int tries = row.getInt("tries");
        Timestamp ended = row.getTimestamp("ended_at");
        return new Unopened<>(
                KeyOwner.ofShelf(id),
                opening -> new Stack(
                        id,
                        branch,
                        by,
                        opening.open(fileName(id), fileName),
                        object,
                        receivedAt,
                        state,
                        pages,
                        problem,
                        cancelled,
                        tries,
                        ended == null ? null : ended.toInstant()));
    }

    private static Cell fileName(UUID id) {
        return STACKS.cell(KeyOwner.ofShelf(id), StackSealing.FILE_NAME, id);
    }
}

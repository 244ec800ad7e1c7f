package org.xudai.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Sha256;
import org.xudai.kernel.SigningWay;
import org.xudai.vault.Cell;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.SealedTable;
import org.xudai.vault.Unopened;
import org.xudai.vault.Vault;

/** Rows of documents, their files and previews. */
@Component
class DocumentTable {

    private static final SealedTable DOCUMENTS = new DocumentSealing();
    private static final SealedTable FILES = new FileSealing();

    private final JdbcClient jdbc;
    private final Vault vault;

    DocumentTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void insert(Document document) {
        MaterialCode material = document.material();
        String sender = document.from();
        jdbc.sql("""
                        insert into document (id, case_number, material, channel, actor_kind, actor_id, sender,
                            received_at, stored_at, state, sealed_under)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        document.id().value(),
                        document.caseNumber().value(),
                        material == null ? null : material.value(),
                        document.channel().name(),
                        document.by().kind().name(),
                        document.by().id(),
                        sender == null ? null : vault.seal(sender(document.caseNumber(), document.id()), sender),
                        Timestamp.from(document.receivedAt()),
                        Timestamp.from(document.storedAt()),
                        document.state().name(),
                        vault.sealedUnder()))
                .update();
        document.files().forEach(file -> jdbc.sql("""
                        insert into document_file (document_id, sequence, name, content_type, size, sha256, object_key,
                            sealed_under)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        document.id().value(),
                        file.sequence(),
                        vault.seal(name(document.caseNumber(), document.id(), file), file.name()),
                        file.contentType(),
                        file.size(),
                        file.sha256().value(),
                        file.objectKey(),
                        vault.sealedUnder()))
                .update());
    }

    Optional<Document> find(DocumentId id) {
        Map<UUID, List<StoredFile>> files = files("document_id = ?", id.value());
        return jdbc.sql("select * from document where id = ?")
                .param(id.value())
                .query((row, number) -> document(row, files))
                .optional()
                .map(row -> row.opening().apply(vault));
    }

    List<Document> ofCase(CaseNumber caseNumber) {
        Map<UUID, List<StoredFile>> files =
                files("document_id in (select id from document where case_number = ?)", caseNumber.value());
        return vault.open(jdbc.sql("select * from document where case_number = ? order by position")
                .param(caseNumber.value())
                .query((row, number) -> document(row, files))
                .list());
    }

    void markInspecting(DocumentId id) {
        jdbc.sql("update document set state = ? where id = ? and state = ?")
                .params(DocumentState.INSPECTING.name(), id.value(), DocumentState.RECEIVED.name())
                .update();
    }

    void lockDocumentsOf(CaseNumber number) {
        jdbc.sql("select id from document where case_number = ? order by position for no key update")
                .param(number.value())
                .query(UUID.class)
                .list();
    }

    /** Holds the case's documents until the end of the transaction, so that two verdicts see each other. */
    void lockDocumentsOf(DocumentId id) {
        jdbc.sql("""
                        select id from document
                        where case_number = (select case_number from document where id = ?)
                        order by position for no key update
                        """).param(id.value()).query(UUID.class).list();
    }

    boolean isWaiting(DocumentId id) {
        return jdbc.sql("select count(*) from document where id = ? and state in ('RECEIVED', 'INSPECTING')")
                        .param(id.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean hasNewerCounting(DocumentId id, MaterialCode material) {
        return jdbc.sql("""
                                select count(*) from document newer join document older
                                    on newer.case_number = older.case_number and newer.position > older.position
                                where older.id = ? and newer.material = ? and newer.channel <> 'ISSUED'
                                    and newer.state in ('ACCEPTED', 'UNDECIDED')
                                """)
                        .params(id.value(), material.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void settle(DocumentId id, DocumentState state, @Nullable MaterialCode material, @Nullable SigningWay way) {
        jdbc.sql("""
                        update document set state = ?, material = coalesce(?, material), way = coalesce(?, way)
                        where id = ?
                        """)
                .params(Arrays.asList(
                        state.name(),
                        material == null ? null : material.value(),
                        way == null ? null : way.name(),
                        id.value()))
                .update();
    }

    void setContentType(DocumentId id, int sequence, String contentType) {
        jdbc.sql("update document_file set content_type = ? where document_id = ? and sequence = ?")
                .params(contentType, id.value(), sequence)
                .update();
    }

    /** Older documents of the material that counted until now. */
    void supersedeOlder(DocumentId id, MaterialCode material) {
        jdbc.sql("""
                        update document older set state = 'SUPERSEDED' from document newer
                        where newer.id = ? and older.case_number = newer.case_number and older.material = ?
                            and older.position < newer.position and older.channel <> 'ISSUED'
                            and older.state in ('ACCEPTED', 'UNDECIDED')
                        """).params(id.value(), material.value()).update();
    }

    void insertPreview(DocumentId id, int page, String key) {
        jdbc.sql("insert into document_preview values (?, ?, ?) on conflict do nothing")
                .params(id.value(), page, key)
                .update();
    }

    /** Pages are numbered from 1; the number below zero is the same page laid straight. */
    int previewPages(DocumentId id) {
        return jdbc.sql("select count(*) from document_preview where document_id = ? and page > 0")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    Map<DocumentId, Set<Integer>> straightenedPages(CaseNumber caseNumber) {
        Map<DocumentId, Set<Integer>> pages = new HashMap<>();
        jdbc.sql("""
                        select p.document_id, -p.page as page from document_preview p
                        join document d on d.id = p.document_id where d.case_number = ? and p.page < 0
                        """).param(caseNumber.value()).query(row -> {
            pages.computeIfAbsent(new DocumentId(row.getObject("document_id", UUID.class)), document -> new HashSet<>())
                    .add(row.getInt("page"));
        });
        return pages;
    }

    Optional<String> previewKey(DocumentId id, int page) {
        return jdbc.sql("select object_key from document_preview where document_id = ? and page = ?")
                .params(id.value(), page)
                .query(String.class)
                .optional();
    }

    CaseNumber caseOf(DocumentId id) {
        return new CaseNumber(jdbc.sql("select case_number from document where id = ?")
                .param(id.value())
                .query(String.class)
                .single());
    }

    /** Which of the objects have a row that is no tombstone. */
    Set<String> known(List<String> keys) {
        return Set.copyOf(jdbc.sql("""
                        select f.object_key from document_file f join document d on d.id = f.document_id
                        where f.object_key in (:keys) and d.erased_at is null
                        union select p.object_key from document_preview p join document d on d.id = p.document_id
                        where p.object_key in (:keys) and d.erased_at is null
                        union select object_key from shelf_object where object_key in (:keys)
                        """).param("keys", keys).query(String.class).list());
    }

    private Map<UUID, List<StoredFile>> files(String where, Object parameter) {
        return jdbc
                .sql("select * from document_file where " + where + " order by sequence")
                .param(parameter)
                .query((row, number) -> Map.entry(
                        row.getObject("document_id", UUID.class),
                        new StoredFile(
                                row.getInt("sequence"),
                                row.getString("name"),
                                row.getString("content_type"),
                                row.getLong("size"),
                                new Sha256(row.getString("sha256")),
                                row.getString("object_key"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Unopened<Document> document(ResultSet row, Map<UUID, List<StoredFile>> files) throws SQLException {
        DocumentId id = new DocumentId(row.getObject("id", UUID.class));
        CaseNumber caseNumber = new CaseNumber(row.getString("case_number"));
        String material = row.getString("material");
        Channel channel = Channel.valueOf(row.getString("channel"));
        Actor by = new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_id"));
        String sender = row.getString(DocumentSealing.SENDER);
        Instant receivedAt = row.getTimestamp("received_at").toInstant();
        Instant storedAt = row.getTimestamp("stored_at").toInstant();
        DocumentState state = DocumentState.valueOf(row.getString("state"));
        String way = row.getString("way");
        return new Unopened<>(
                KeyOwner.of(caseNumber),
                opening -> new Document(
                        id,
                        caseNumber,
                        material == null ? null : new MaterialCode(material),
                        channel,
                        by,
                        sender == null ? null : opening.open(sender(caseNumber, id), sender),
                        receivedAt,
                        storedAt,
                        state,
                        way == null ? null : SigningWay.valueOf(way),
                        files.getOrDefault(id.value(), List.of()).stream()
                                .map(file -> named(file, opening.open(name(caseNumber, id, file), file.name())))
                                .toList()));
    }

    private static StoredFile named(StoredFile file, String name) {
        return new StoredFile(file.sequence(), name, file.contentType(), file.size(), file.sha256(), file.objectKey());
    }

    private static Cell sender(CaseNumber caseNumber, DocumentId id) {
        return DOCUMENTS.cell(KeyOwner.of(caseNumber), DocumentSealing.SENDER, id);
    }

    private static Cell name(CaseNumber caseNumber, DocumentId id, StoredFile file) {
        return FILES.cell(KeyOwner.of(caseNumber), FileSealing.NAME, id + "/" + file.sequence());
    }
}

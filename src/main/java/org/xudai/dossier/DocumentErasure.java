package org.xudai.dossier;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.Sha256;

/** Takes the bytes of a case's documents away and leaves their tombstones: hashes, sizes and times. */
@Component
public class DocumentErasure {

    private final ObjectStore store;
    private final JdbcClient jdbc;

    DocumentErasure(ObjectStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /**
     * What is left of a document.
     *
     * @param material line of the checklist it belonged to
     * @param channel how it came
     */
    public record Tombstone(
            DocumentId id, @Nullable String material, Channel channel, Instant receivedAt, List<File> files) {

        /** What is left of a file: SHA-256 of its plain bytes, and how many there were. */
        public record File(Sha256 sha256, long size) {}
    }

    /** Makes the rows of a case's documents their tombstones, in the caller's transaction: their bytes may go from now on. */
    public void bury(CaseNumber caseNumber, Instant at) {
        jdbc.sql("update document set erased_at = ? where case_number = ?")
                .params(Timestamp.from(at), caseNumber.value())
                .update();
    }

    /**
     * Removes every object of a buried case, with every version; what is gone already is fine.
     *
     * @return how many objects and versions were removed now
     * @throws ObjectStoreUnavailable where the store gives no usable answer; some may be gone
     */
    public long removeObjects(CaseNumber caseNumber) {
        return store.removeAll(StoredDossier.PREVIEWS + caseNumber + "/")
                + store.removeAll(StoredDossier.ORIGINALS + caseNumber + "/");
    }

    /** How many objects the rows of a case name. */
    public long objectsOf(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select (select count(*) from document_file f join document d on d.id = f.document_id
                                where d.case_number = :number)
                            + (select count(*) from document_preview p join document d on d.id = p.document_id
                                where d.case_number = :number)
                        """)
                .param("number", caseNumber.value())
                .query(Long.class)
                .single();
    }

    /** What is left of the documents of a case, oldest first. */
    public List<Tombstone> tombstonesOf(CaseNumber caseNumber) {
        Map<UUID, List<Row>> files = jdbc
                .sql("""
                        select f.document_id, f.sha256, f.size from document_file f join document d on d.id = f.document_id
                        where d.case_number = ? order by f.document_id, f.sequence
                        """)
                .param(caseNumber.value())
                .query((row, n) -> new Row(
                        row.getObject("document_id", UUID.class),
                        new Tombstone.File(new Sha256(row.getString("sha256")), row.getLong("size"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::document));
        return jdbc.sql("""
                        select id, material, channel, received_at from document where case_number = ? order by position
                        """)
                .param(caseNumber.value())
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Tombstone(
                            new DocumentId(id),
                            row.getString("material"),
                            Channel.valueOf(row.getString("channel")),
                            row.getTimestamp("received_at").toInstant(),
                            files.getOrDefault(id, List.of()).stream()
                                    .map(Row::file)
                                    .toList());
                })
                .list();
    }

    private record Row(UUID document, Tombstone.File file) {}
}

package org.xudai.dossier;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Sha256;

/** Rows whose object is not sealed yet. */
@Component
class UnsealedObjects {

    private final JdbcClient jdbc;

    UnsealedObjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A received or issued file. */
    record File(UUID document, int sequence, CaseNumber caseNumber, String key, Sha256 hash) {}

    /** A page's preview. */
    record Preview(UUID document, int page, CaseNumber caseNumber, String key) {}

    /** The next files after a key. */
    List<File> files(String after, int most) {
        return jdbc.sql("""
                        select f.*, d.case_number from document_file f join document d on d.id = f.document_id
                        where f.object_key not like '%.xv1' and f.object_key > ? order by f.object_key limit ?
                        """)
                .params(after, most)
                .query((row, number) -> new File(
                        row.getObject("document_id", UUID.class),
                        row.getInt("sequence"),
                        new CaseNumber(row.getString("case_number")),
                        row.getString("object_key"),
                        new Sha256(row.getString("sha256"))))
                .list();
    }

    /** The next previews after a key. */
    List<Preview> previews(String after, int most) {
        return jdbc.sql("""
                        select p.*, d.case_number from document_preview p join document d on d.id = p.document_id
                        where p.object_key not like '%.xv1' and p.object_key > ? order by p.object_key limit ?
                        """)
                .params(after, most)
                .query((row, number) -> new Preview(
                        row.getObject("document_id", UUID.class),
                        row.getInt("page"),
                        new CaseNumber(row.getString("case_number")),
                        row.getString("object_key")))
                .list();
    }

    void moved(File file, String key) {
        jdbc.sql("update document_file set object_key = ? where document_id = ? and sequence = ? and object_key = ?")
                .params(key, file.document(), file.sequence(), file.key())
                .update();
    }

    void moved(Preview preview, String key) {
        jdbc.sql("update document_preview set object_key = ? where document_id = ? and page = ? and object_key = ?")
                .params(key, preview.document(), preview.page(), preview.key())
                .update();
    }
}

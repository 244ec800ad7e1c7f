package org.xudai.signing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.Sha256;
import org.xudai.vault.Cell;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.SealedTable;
import org.xudai.vault.Unopened;
import org.xudai.vault.Vault;

/** Rows of signatures made on the screen and of refusals to make one. */
@Component
class SignatureTable {

    private static final SealedTable DECLINED = new DeclinedSealing();

    private final JdbcClient jdbc;
    private final Vault vault;

    SignatureTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void insert(ScreenSignature signature) {
        jdbc.sql("""
                        insert into screen_signature (case_number, material, version, position, party_id, mode, document_id,
                            consent, code_id, hash_before, hash_after, signed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        signature.caseNumber().value(),
                        signature.material().value(),
                        signature.version(),
                        signature.position(),
                        signature.party().value(),
                        signature.mode().name(),
                        signature.document().value(),
                        signature.consent(),
                        signature.code(),
                        signature.before().value(),
                        signature.after().value(),
                        Timestamp.from(signature.signedAt()))
                .update();
    }

    List<ScreenSignature> ofCase(CaseNumber number) {
        return jdbc.sql("select * from screen_signature where case_number = ? order by material, version, position")
                .param(number.value())
                .query((row, n) -> signature(row))
                .list();
    }

    void insert(Declined declined) {
        jdbc.sql("""
                        insert into signing_declined (case_number, material, version, party_id, reason, declined_at,
                            sealed_under)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        declined.caseNumber().value(),
                        declined.material().value(),
                        declined.version(),
                        declined.party().value(),
                        vault.seal(
                                reason(
                                        declined.caseNumber(),
                                        declined.material(),
                                        declined.version(),
                                        declined.party()),
                                declined.reason()),
                        Timestamp.from(declined.at()),
                        vault.sealedUnder()))
                .update();
    }

    void removeDeclined(CaseNumber number, MaterialCode material, int version, PartyId party) {
        jdbc.sql("""
                        delete from signing_declined
                        where case_number = ? and material = ? and version = ? and party_id = ?
                        """)
                .params(number.value(), material.value(), version, party.value())
                .update();
    }

    List<Declined> declinedOf(CaseNumber number) {
        return vault.open(jdbc.sql("select * from signing_declined where case_number = ? order by declined_at")
                .param(number.value())
                .query((row, n) -> declined(row))
                .list());
    }

    private static ScreenSignature signature(ResultSet row) throws SQLException {
        return new ScreenSignature(
                new CaseNumber(row.getString("case_number")),
                new MaterialCode(row.getString("material")),
                row.getInt("version"),
                row.getInt("position"),
                new PartyId(row.getObject("party_id", UUID.class)),
                ScreenSignature.Mode.valueOf(row.getString("mode")),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getInt("consent"),
                row.getLong("code_id"),
                new Sha256(row.getString("hash_before")),
                new Sha256(row.getString("hash_after")),
                row.getTimestamp("signed_at").toInstant());
    }

    private static Unopened<Declined> declined(ResultSet row) throws SQLException {
        CaseNumber number = new CaseNumber(row.getString("case_number"));
        MaterialCode material = new MaterialCode(row.getString("material"));
        int version = row.getInt("version");
        PartyId party = new PartyId(row.getObject("party_id", UUID.class));
        String sealed = row.getString(DeclinedSealing.REASON);
        var at = row.getTimestamp("declined_at").toInstant();
        return new Unopened<>(
                KeyOwner.of(number),
                opening -> new Declined(
                        number,
                        material,
                        version,
                        party,
                        opening.open(reason(number, material, version, party), sealed),
                        at));
    }

    private static Cell reason(CaseNumber number, MaterialCode material, int version, PartyId party) {
        return DECLINED.cell(
                KeyOwner.of(number),
                DeclinedSealing.REASON,
                String.join(
                        "/",
                        number.value(),
                        material.value(),
                        Integer.toString(version),
                        party.value().toString()));
    }
}

package org.xudai.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.dossier.Document;
import org.xudai.vault.Cell;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.SealedTable;
import org.xudai.vault.Unopened;
import org.xudai.vault.Vault;

/** What the validation of certificate signatures found, file by file, kept with the documents. */
@Component
public class SignatureReports {

    private static final SealedTable REPORTS = new ReportSealing();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;

    SignatureReports(JdbcClient jdbc, Vault vault, ObjectMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** Keeps the report on a file, in the caller's transaction. */
    public void keep(Document document, int sequence, SignatureReport report) {
        try {
            jdbc.sql("insert into signature_report values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                    .params(Arrays.asList(
                            document.id().value(),
                            sequence,
                            document.caseNumber().value(),
                            report.verdict().name(),
                            vault.seal(cell(document, sequence), json.writeValueAsString(report)),
                            vault.sealedUnder()))
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The report on a file; nothing where there was no certificate signature to validate. */
    public Optional<SignatureReport> of(Document document, int sequence) {
        List<Unopened<String>> rows = jdbc
                .sql("select report from signature_report where document_id = ? and sequence = ?")
                .params(document.id().value(), sequence)
                .query((row, n) -> row.getString(1))
                .list()
                .stream()
                .map(text -> new Unopened<>(
                        KeyOwner.of(document.caseNumber()), opening -> opening.open(cell(document, sequence), text)))
                .toList();
        return vault.open(rows).stream().findFirst().map(this::report);
    }

    private SignatureReport report(String text) {
        try {
            return json.readValue(text, SignatureReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored report on signatures cannot be read", e);
        }
    }

    private static Cell cell(Document document, int sequence) {
        return REPORTS.cell(KeyOwner.of(document.caseNumber()), ReportSealing.REPORT, document.id() + "/" + sequence);
    }
}

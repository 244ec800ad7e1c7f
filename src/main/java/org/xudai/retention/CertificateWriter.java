package org.xudai.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xudai.audit.AuditTrail;
import org.xudai.bankseal.SealCertificates;
import org.xudai.bankseal.SealKey;
import org.xudai.dossier.DocumentErasure;
import org.xudai.kernel.Sha256;

/** Writes and signs certificates of erasure: what is gone, under which clock, when, and what the record said last before. */
@Component
class CertificateWriter {

    private static final String FORM = "xudai-erasure-1";

    private final MessageSource texts;
    private final RetentionSettings settings;
    private final SealKey key;
    private final SealCertificates certificates;
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    CertificateWriter(MessageSource texts, RetentionSettings settings, SealKey key, SealCertificates certificates) {
        this.texts = texts;
        this.settings = settings;
        this.key = key;
        this.certificates = certificates;
    }

    /**
     * What is gone of a case.
     *
     * @param rows rows taken away or emptied, by table
     * @param objects objects of the store that its documents had
     * @param originals boxes of the archive in which paper lies that no machine destroys, by material
     * @param head end of its chain in the record before this erasure ended
     */
    record Gone(
            Map<String, Integer> rows,
            long objects,
            List<DocumentErasure.Tombstone> documents,
            Map<String, String> originals,
            AuditTrail.Head head) {}

    Certificate ofCase(Erasure erasure, String branch, Gone gone, Instant at) {
        Map<String, @Nullable Object> shown = head(erasure, at, "retention.certificate.case");
        shown.put("branch", branch);
        shown.put(
                "record",
                Map.of(
                        "chain", erasure.subject(),
                        "entries", gone.head().entries(),
                        "head", gone.head().hash().value()));
        shown.put("keysDestroyed", List.of("case/" + erasure.subject()));
        shown.put("objectsRemoved", gone.objects());
        shown.put("rowsErased", gone.rows());
        shown.put(
                "documents",
                gone.documents().stream().map(CertificateWriter::document).toList());
        shown.put("originalsOnPaper", gone.originals());
        return written(shown, at);
    }

    Certificate ofBorrower(Erasure erasure, Map<String, Integer> rows, Instant at) {
        Map<String, @Nullable Object> shown = head(erasure, at, "retention.certificate.borrower");
        shown.put("keysDestroyed", List.of("borrower/" + erasure.subject()));
        shown.put("rowsErased", rows);
        return written(shown, at);
    }

    private Map<String, @Nullable Object> head(Erasure erasure, Instant at, String statement) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("form", FORM);
        shown.put("zh-CN", said(statement, erasure, Locale.SIMPLIFIED_CHINESE));
        shown.put("en", said(statement, erasure, Locale.ENGLISH));
        shown.put("id", erasure.id().toString());
        shown.put("kind", erasure.kind().name());
        shown.put("subject", erasure.subject());
        Due due = erasure.due();
        shown.put("clock", due.clock().name());
        shown.put("period", settings.of(due.clock()).toString());
        shown.put("since", due.since().toString());
        shown.put("keptUntil", due.keptUntil().toString());
        shown.put("beganAt", erasure.beganAt().toString());
        shown.put("endedAt", at.toString());
        return shown;
    }

    private String said(String statement, Erasure erasure, Locale locale) {
        return texts.getMessage(
                statement,
                new Object[] {erasure.subject(), erasure.due().keptUntil().toString()},
                locale);
    }

    private static Map<String, Object> document(DocumentErasure.Tombstone document) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", document.id().toString());
        String material = document.material();
        if (material != null) {
            shown.put("material", material);
        }
        shown.put("channel", document.channel().name());
        shown.put("receivedAt", document.receivedAt().toString());
        shown.put(
                "files",
                document.files().stream()
                        .map(file -> Map.of("sha256", file.sha256().value(), "size", file.size()))
                        .toList());
        return shown;
    }

    private Certificate written(Map<String, @Nullable Object> shown, Instant at) {
        if (!key.certificate().isValidAt(at)) {
            throw new IllegalStateException("the certificate of the bank's seal is not valid (until "
                    + key.certificate().validUntil() + "): an erasure ends once there is a valid one");
        }
        certificates.keep(key.certificate(), at);
        try {
            String text = json.writeValueAsString(shown) + "\n";
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Certificate(text, new Sha256(HexFormat.of().formatHex(digest)), key.sign(bytes));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

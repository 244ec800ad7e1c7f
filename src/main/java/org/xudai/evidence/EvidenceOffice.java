package org.xudai.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.xudai.audit.Actor;
import org.xudai.bankseal.SealCertificate;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.StoredFile;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.renewal.DossierSealer;
import org.xudai.signing.ScreenSigning;

/** Makes evidence boxes: a zip that somebody checks with {@code sha256sum -c SHA256SUMS}. */
@Service
class EvidenceOffice implements EvidenceBoxes, DossierSealer {

    private static final MaterialCode BOX = new MaterialCode("evidence-box");
    private static final String ABOUT = """
            存证包：一笔白名单续期业务的全部文件、决定和过程记录。
            核对：在本目录运行 sha256sum -c SHA256SUMS；连同过程记录一起核对：java -jar xudai.jar verify 存证包.zip
            chain.tsv：每行为一条过程记录及其 SHA-256，每条含上一条的哈希。
            seals.tsv、proofs.tsv：全行过程记录每分钟封签一次（RFC 9162 默克尔树）；证明本业务的每条记录在哪个封签之下。
            signatures.tsv、certificates/：银行对封签的签名（封签编号、证书 SHA-256、时间、base64 签名）和证书。
            用 openssl 核对封签 N：
              grep '"number":"N"' seals.tsv | cut -f1 | tr -d '\\n' > N.json
              awk -F'\\t' '$1 == "N" {print $4}' signatures.tsv | openssl base64 -d -A > N.sig
              openssl x509 -in certificates/证书.pem -noout -pubkey > key.pem
              openssl dgst -sha256 -verify key.pem -signature N.sig N.json

            Evidence box: every document, decision and act of one whitelist renewal.
            To check: run sha256sum -c SHA256SUMS in this directory; with the record: java -jar xudai.jar verify BOX.zip
            chain.tsv: one entry a line with its SHA-256; each entry holds the hash of the one before.
            seals.tsv, proofs.tsv: all records of the bank are sealed each minute (Merkle trees, RFC 9162); these prove
            under which seal each entry of this case stands.
            signatures.tsv, certificates/: the bank's signatures under the seals (number of the seal, SHA-256 of the
            certificate, time, signature in base64) and the certificates. A seal N is checked by openssl with the four
            commands above.
            """;

    private final Dossier dossier;
    private final BoxContent content;
    private final JdbcClient jdbc;
    private final ScreenSigning signing;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;

    EvidenceOffice(
            Dossier dossier,
            BoxContent content,
            JdbcClient jdbc,
            ScreenSigning signing,
            BusinessCalendar calendar,
            ApplicationEventPublisher events) {
        this.dossier = dossier;
        this.content = content;
        this.jdbc = jdbc;
        this.signing = signing;
        this.calendar = calendar;
        this.events = events;
    }

    @Override
    public void seal(CaseNumber number) {
        if (sealed(number).isPresent()) {
            return;
        }
        signing.raise(number, calendar.now());
        try {
            Path box = Files.createTempFile("xudai-evidence", ".zip");
            try {
                try (OutputStream out = Files.newOutputStream(box)) {
                    make(number, out);
                }
                Document document = dossier.issue(
                        number,
                        BOX,
                        new Bytes("evidence-" + number + ".zip", () -> Files.newInputStream(box)),
                        "application/zip",
                        Actor.system("evidence"));
                jdbc.sql("insert into evidence_box values (?, ?, ?)")
                        .params(number.value(), document.id().value(), Timestamp.from(calendar.now()))
                        .update();
                events.publishEvent(new EvidenceSealed(
                        number, document.id(), document.files().get(0).sha256()));
            } finally {
                Files.deleteIfExists(box);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(CaseNumber number, OutputStream out) throws IOException {
        Optional<Document> sealed = sealed(number);
        if (sealed.isEmpty()) {
            make(number, out);
            return;
        }
        try (InputStream in = dossier.open(sealed.get().files().get(0), 0)) {
            in.transferTo(out);
        }
    }

    private Optional<Document> sealed(CaseNumber number) {
        return jdbc.sql("select document_id from evidence_box where case_number = ?")
                .param(number.value())
                .query(UUID.class)
                .optional()
                .flatMap(id -> dossier.find(new DocumentId(id)));
    }

    private void make(CaseNumber number, OutputStream out) throws IOException {
        List<Document> documents = dossier.ofCase(number).stream()
                .filter(document -> !BOX.equals(document.material()))
                .toList();
        StringBuilder sums = new StringBuilder();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Map<String, String> paths = new HashMap<>();
        int position = 0;
        for (Document document : documents) {
            position++;
            for (StoredFile file : document.files()) {
                String path = path(position, document, file);
                paths.put(file.objectKey(), path);
                try (InputStream in = dossier.open(file, 0)) {
                    add(zip, path, in, sums);
                }
            }
        }
        add(zip, "README.txt", ABOUT, sums);
        String decisions = content.decisions(number);
        // the chain is read last: what is done meanwhile stands in it and need not stand in the lists or under a seal
        BoxContent.Sealed sealed = content.sealed(number);
        String chain = content.chain(number);
        add(zip, "case.json", content.renewal(number, chain.lines().count(), sealed.entries()), sums);
        add(zip, "documents.json", content.documents(documents, paths), sums);
        add(zip, "decisions.json", decisions, sums);
        add(zip, "chain.tsv", chain, sums);
        add(zip, "seals.tsv", sealed.seals(), sums);
        add(zip, "proofs.tsv", sealed.proofs(), sums);
        add(zip, "signatures.tsv", sealed.signatures(), sums);
        for (SealCertificate certificate : sealed.certificates()) {
            add(zip, BoxVerifier.CERTIFICATES + certificate.id() + ".pem", certificate.pem(), sums);
        }
        zip.putNextEntry(new ZipEntry("SHA256SUMS"));
        zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    /** A name made of our own words alone: what a sender called his file is never trusted with a path. */
    private static String path(int position, Document document, StoredFile file) {
        String material =
                document.material() == null ? "unsorted" : document.material().value();
        return "documents/%03d-%s-%s/%d%s"
                .formatted(
                        position,
                        material,
                        document.channel().name().toLowerCase(java.util.Locale.ROOT),
                        file.sequence(),
                        ending(file.contentType()));
    }

    private static String ending(String contentType) {
        return switch (contentType) {
            case "application/pdf" -> ".pdf";
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/tiff" -> ".tif";
            case "image/webp" -> ".webp";
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> ".xlsx";
            default -> ".bin";
        };
    }

    private static void add(ZipOutputStream zip, String path, String text, StringBuilder sums) throws IOException {
        add(zip, path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), sums);
    }

    private static void add(ZipOutputStream zip, String path, InputStream in, StringBuilder sums) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            zip.putNextEntry(new ZipEntry(path));
            new DigestInputStream(in, digest).transferTo(zip);
            zip.closeEntry();
            sums.append(HexFormat.of().formatHex(digest.digest()))
                    .append("  ")
                    .append(path)
                    .append('\n');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

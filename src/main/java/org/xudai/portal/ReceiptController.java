package org.xudai.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.StoredFile;
import org.xudai.renewal.RenewalCase;
import org.xudai.web.ProblemException;
import org.xudai.web.Words;

/** His own copy: the receipt and every file that counts, as he sent them, in one ZIP. */
@Controller
class ReceiptController {

    /** So that a phone's or an old computer's editor reads the text as UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final MyCase mine;
    private final Receipts receipts;
    private final Dossier dossier;
    private final Words words;
    private final MessageSource texts;

    ReceiptController(MyCase mine, Receipts receipts, Dossier dossier, Words words, MessageSource texts) {
        this.mine = mine;
        this.receipts = receipts;
        this.dossier = dossier;
        this.words = words;
        this.texts = texts;
    }

    @GetMapping("/my/receipt.zip")
    void copy(HttpServletResponse response, Locale locale) throws IOException {
        RenewalCase renewal = mine.renewal();
        if (renewal.submittedAt() == null) {
            throw ProblemException.notFound();
        }
        Receipt receipt = receipts.of(renewal);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(renewal.number() + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(text("portal.receipt", locale) + ".txt"));
            zip.write((BYTE_ORDER_MARK + String.join("\r\n", lines(renewal, receipt, locale)))
                    .getBytes(StandardCharsets.UTF_8));
            for (Receipt.Line line : receipt.lines()) {
                for (StoredFile file : line.received().document().files()) {
                    zip.putNextEntry(new ZipEntry(name(line, file)));
                    copy(file, zip);
                }
            }
        }
    }

    private void copy(StoredFile file, OutputStream out) throws IOException {
        try (InputStream in = dossier.open(file, 0)) {
            in.transferTo(out);
        }
    }

    private String name(Receipt.Line line, StoredFile file) {
        String ending =
                switch (file.contentType()) {
                    case "image/jpeg" -> ".jpg";
                    case "image/png" -> ".png";
                    case "image/webp" -> ".webp";
                    case "image/tiff" -> ".tif";
                    case "application/pdf" -> ".pdf";
                    case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> ".xlsx";
                    default -> "";
                };
        return words.title(line.code()) + "-" + file.sequence() + ending;
    }

    private List<String> lines(RenewalCase renewal, Receipt receipt, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(text("portal.receipt", locale));
        lines.add(text("web.case-number", locale) + " " + renewal.number());
        lines.add(renewal.firm());
        lines.add(text("portal.loan-number", locale) + " " + renewal.loans().get(0));
        if (renewal.submittedAt() != null) {
            lines.add(text("portal.submitted-at", locale) + " " + words.moment(renewal.submittedAt()));
        }
        for (Receipt.Line line : receipt.lines()) {
            lines.add("");
            lines.add(words.title(line.code()));
            line.received()
                    .document()
                    .files()
                    .forEach(file -> lines.add(name(line, file) + "  SHA-256 " + file.sha256()));
            lines.add(text(
                    "portal.received-at",
                    locale,
                    words.moment(line.received().document().storedAt())));
        }
        lines.add("");
        lines.add(text("portal.contract.short", locale, words.day(renewal.maturesOn())));
        return lines;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}

package org.xudai.intake;

import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.xudai.audit.Actor;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.Submission;
import org.xudai.forms.FilledForm;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.IssuedForm;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.testing.Papers;

/** What tests do with papers of a case: take them as issued, photograph them, hand them in, await the verdict. */
@TestComponent
class UploadWorld {

    static final String APPLICATION = "application";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DOTS_PER_INCH = 200;

    private final Intake intake;
    private final Dossier dossier;
    private final FormLibrary forms;
    private final Papers papers;

    UploadWorld(Intake intake, Dossier dossier, FormLibrary forms) {
        this.intake = intake;
        this.dossier = dossier;
        this.forms = forms;
        this.papers = new Papers(forms, dossier);
    }

    /**
     * A document with its verdict.
     */
    record Judged(Document document, List<Finding> findings) {

        List<String> codes() {
            return findings.stream().map(Finding::code).toList();
        }
    }

    /** Hands files in as one document, and waits for what inspection says. */
    Judged handIn(CaseNumber number, @Nullable String material, byte[]... files) {
        return judged(received(number, material, files));
    }

    Document received(CaseNumber number, @Nullable String material, byte[]... files) {
        List<Bytes> bytes = new ArrayList<>();
        for (byte[] file : files) {
            bytes.add(new Bytes("上传" + bytes.size() + ".pdf", () -> new ByteArrayInputStream(file)));
        }
        return received(number, material, bytes);
    }

    Document received(CaseNumber number, @Nullable String material, List<Bytes> bytes) {
        return received(Channel.PORTAL, number, material, bytes);
    }

    Document received(Channel door, CaseNumber number, @Nullable String material, List<Bytes> bytes) {
        try {
            return intake.receive(
                    new Submission(
                            number,
                            material == null ? null : new MaterialCode(material),
                            door,
                            Actor.system("test"),
                            null,
                            null),
                    bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Judged judged(Document document) {
        Document settled = await("the verdict on " + document.id())
                .atMost(PATIENCE)
                .until(() -> dossier.find(document.id()).orElseThrow(), found -> !found.state()
                        .isWaiting());
        return new Judged(Objects.requireNonNull(settled), intake.findingsOf(document.id()));
    }

    /** The forms of cases on paper. */
    Papers papers() {
        return papers;
    }

    /** The form as it was issued. */
    byte[] issued(CaseNumber number, String code) {
        return papers.issued(number, code);
    }

    byte[] bytesOf(Document document) throws IOException {
        try (InputStream in = dossier.open(document.files().get(0), 0)) {
            return in.readAllBytes();
        }
    }

    /** Issues the next version of a form. */
    void issueAgain(CaseNumber number, String code) {
        IssuedForm current = forms.current(number, code).orElseThrow();
        FilledForm next = forms.fill(number, code, current.version() + 1, current.values(), Map.of());
        Document document = dossier.issue(
                number, new MaterialCode(code), "form.pdf", "application/pdf", next.pdf(), Actor.system("forms"));
        forms.recordIssue(number, next, document.id(), current.values(), Map.of());
    }

    /** The pages of a form on paper. */
    static List<BufferedImage> printed(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer printer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(printer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.RGB));
            }
            return pages;
        }
    }
}

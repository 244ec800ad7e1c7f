package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xudai.intake.FileInspector.Expected;
import org.xudai.pdf.DrawingTakesTooLong;
import org.xudai.pdf.IssuedPages;
import org.xudai.pdf.PdfFacts;
import org.xudai.pdf.ReceivedPdf;
import org.xudai.signing.SignatureCheck;
import org.xudai.signing.SignatureReport;

/** Opens files in the process that asks: a worker's. */
final class LocalInspector {

    private static final int CLOSER_SIDE = 2400;

    private final FileSniffer sniffer;
    private final ReceivedPdf pdfs;
    private final Pictures pictures;
    private final Workbooks workbooks;
    private final PageCodeReader codes;
    private final IssuedPages renderings;
    private final InspectionLimits limits;

    private LocalInspector(
            FileSniffer sniffer,
            ReceivedPdf pdfs,
            Pictures pictures,
            Workbooks workbooks,
            PageCodeReader codes,
            IssuedPages renderings,
            InspectionLimits limits) {
        this.sniffer = sniffer;
        this.pdfs = pdfs;
        this.pictures = pictures;
        this.workbooks = workbooks;
        this.codes = codes;
        this.renderings = renderings;
        this.limits = limits;
    }

    /** An inspector with all it needs. */
    static LocalInspector within(InspectionLimits limits, ReceivedPdf pdfs) {
        return new LocalInspector(
                new FileSniffer(),
                pdfs,
                new Pictures(new HeicConverter(limits), limits),
                new Workbooks(),
                new PageCodeReader(),
                new IssuedPages(),
                limits);
    }

    /** Takes each page as it is made. */
    interface Pages {

        /** A page as it is shown. */
        void page(int page, BufferedImage picture);

        /** A page of a form, laid straight. */
        void straight(int page, BufferedImage picture);
    }

    /**
     * Inspects a file.
     *
     * @param sequence its place in the document, from 1
     * @throws IOException where this machine cannot read its own files
     */
    InspectedFile inspect(int sequence, Path file, Expected expected, IssuedSource issued, Pages shown)
            throws IOException {
        if (Files.size(file) == 0) {
            return InspectedFile.refused(sequence, FileKind.OTHER, "EMPTY");
        }
        FileKind kind = sniffer.kind(file);
        PageLook looking =
                new PageLook(codes, new PageComparer(issued, renderings), expected.form(), shown, limits.previewSide());
        return switch (kind) {
            case PDF -> pdf(sequence, file, expected, looking);
            case JPEG, PNG, TIFF, WEBP, HEIC -> picture(sequence, file, kind, looking);
            case XLSX -> workbook(sequence, file, expected);
            case LOCKED -> InspectedFile.refused(sequence, kind, "ENCRYPTED");
            case OTHER -> InspectedFile.refused(sequence, kind, "TYPE_NOT_ACCEPTED");
        };
    }

    private InspectedFile pdf(int sequence, Path file, Expected expected, PageLook looking) throws IOException {
        PdfFacts facts = pdfs.examine(file);
        if (!facts.readable()) {
            return InspectedFile.refused(sequence, FileKind.PDF, "DAMAGED");
        }
        Set<String> problems = new LinkedHashSet<>();
        boolean keepsLinks = facts.signatures() > 0 && facts.active().equals(Set.of(PdfFacts.Active.WEB_LINK));
        if (!keepsLinks) {
            facts.active().forEach(active -> problems.add(problem(active)));
        }
        if (facts.pages() > limits.maxPages()) {
            problems.add("TOO_LARGE");
        }
        if (!problems.isEmpty()) {
            return new InspectedFile(
                    sequence, FileKind.PDF, null, problems, List.of(), List.of(), facts.signatures(), false, null);
        }
        boolean drawn = true;
        try (ReceivedPdf.Pages drawing = pdfs.open(file, limits.patience())) {
            DrawnFile returned = new DrawnFile(file, drawing);
            for (int page = 1; page <= drawing.count(); page++) {
                ReceivedPdf.PageView view = drawing.draw(page, limits.previewSide());
                drawn &= !view.photographed();
                if (view.photographed()) {
                    int number = page;
                    looking.at(page, view.picture(), () -> drawing.draw(number, CLOSER_SIDE)
                            .picture());
                } else {
                    looking.drawn(page, view.picture(), returned);
                }
            }
        } catch (DrawingTakesTooLong e) {
            return InspectedFile.refused(sequence, FileKind.PDF, "UNREADABLE");
        } catch (IOException e) {
            return InspectedFile.refused(sequence, FileKind.PDF, "DAMAGED");
        }
        return new InspectedFile(
                sequence,
                FileKind.PDF,
                null,
                keepsLinks ? Set.of(InspectedFile.SIGNED_WITH_LINKS) : Set.of(),
                looking.texts(),
                looking.compared(),
                facts.signatures(),
                drawn,
                facts.signatures() > 0 ? report(file, expected.signatures()) : null);
    }

    private static @Nullable SignatureReport report(Path file, @Nullable SignatureQuestion question)
            throws IOException {
        return question == null
                ? null
                : new SignatureCheck(question.trust())
                        .check(Files.readAllBytes(file), question.paper(), Instant.ofEpochMilli(question.now()));
    }

    /** Code of what is wrong with a PDF that holds such a thing. */
    static String problem(PdfFacts.Active active) {
        return switch (active) {
            case ENCRYPTED -> "ENCRYPTED";
            case SCRIPT -> "ACTIVE_SCRIPT";
            case LAUNCH -> "ACTIVE_LAUNCH";
            case LINK, WEB_LINK -> "ACTIVE_LINK";
            case XFA -> "ACTIVE_XFA";
            case ATTACHMENT -> "ATTACHMENT";
            case BOMB -> "BOMB";
        };
    }

    private InspectedFile picture(int sequence, Path file, FileKind kind, PageLook looking) {
        if (!pictures.canRead(kind)) {
            return InspectedFile.refused(sequence, kind, "TYPE_NOT_ACCEPTED");
        }
        try {
            pictures.read(file, kind, looking::at);
        } catch (Pictures.TooLarge e) {
            return InspectedFile.refused(sequence, kind, "TOO_LARGE");
        } catch (IOException e) {
            return InspectedFile.refused(sequence, kind, "DAMAGED");
        }
        return new InspectedFile(sequence, kind, null, Set.of(), looking.texts(), looking.compared(), 0, false, null);
    }

    private InspectedFile workbook(int sequence, Path file, Expected expected) {
        if (!expected.table()) {
            return InspectedFile.refused(sequence, FileKind.XLSX, "TYPE_NOT_ACCEPTED");
        }
        return workbooks
                .problem(file)
                .map(problem -> InspectedFile.refused(sequence, FileKind.XLSX, problem))
                .orElseGet(() -> new InspectedFile(
                        sequence, FileKind.XLSX, null, Set.of(), List.of(), List.of(), 0, true, null));
    }
}

package org.xudai.intake;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xudai.intake.FileInspector.Expected;
import org.xudai.intake.PageCodeReader.Effort;
import org.xudai.pdf.DrawingTakesTooLong;
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
    private final InspectionLimits limits;

    private LocalInspector(
            FileSniffer sniffer,
            ReceivedPdf pdfs,
            Pictures pictures,
            Workbooks workbooks,
            PageCodeReader codes,
            InspectionLimits limits) {
        this.sniffer = sniffer;
        this.pdfs = pdfs;
        this.pictures = pictures;
        this.workbooks = workbooks;
        this.codes = codes;
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
                limits);
    }

    /** Takes each page as it is made. */
    interface Pages {
        void page(int page, BufferedImage picture);
    }

    /**
     * Inspects a file.
     *
     * @param sequence its place in the document, from 1
     * @throws IOException where this machine cannot read its own files
     */
    InspectedFile inspect(int sequence, Path file, Expected expected, Pages shown) throws IOException {
        if (Files.size(file) == 0) {
            return InspectedFile.refused(sequence, FileKind.OTHER, "EMPTY");
        }
        FileKind kind = sniffer.kind(file);
        return switch (kind) {
            case PDF -> pdf(sequence, file, expected, shown);
            case JPEG, PNG, TIFF, WEBP, HEIC -> picture(sequence, file, kind, expected, shown);
            case XLSX -> workbook(sequence, file, expected);
            case LOCKED -> InspectedFile.refused(sequence, kind, "ENCRYPTED");
            case OTHER -> InspectedFile.refused(sequence, kind, "TYPE_NOT_ACCEPTED");
        };
    }

    private InspectedFile pdf(int sequence, Path file, Expected expected, Pages shown) throws IOException {
        PdfFacts facts = pdfs.examine(file);
        if (!facts.readable()) {
            return InspectedFile.refused(sequence, FileKind.PDF, "DAMAGED");
        }
        Set<String> problems = new LinkedHashSet<>();
        facts.active().forEach(active -> problems.add(problem(active)));
        if (facts.pages() > limits.maxPages()) {
            problems.add("TOO_LARGE");
        }
        if (!problems.isEmpty()) {
            return new InspectedFile(
                    sequence, FileKind.PDF, null, problems, List.of(), facts.signatures(), false, null);
        }
        List<Set<String>> pages = new ArrayList<>();
        boolean drawn = true;
        try (ReceivedPdf.Pages drawing = pdfs.open(file, limits.patience())) {
            for (int page = 1; page <= drawing.count(); page++) {
                ReceivedPdf.PageView view = drawing.draw(page, limits.previewSide());
                drawn &= !view.photographed();
                Set<String> found = codes.read(view.picture(), expected.form() ? Effort.ALL : Effort.LITTLE);
                if (found.isEmpty() && expected.form() && view.photographed()) {
                    found = codes.read(drawing.draw(page, CLOSER_SIDE).picture(), Effort.LITTLE);
                }
                pages.add(found);
                shown.page(page, view.picture());
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
                Set.of(),
                pages,
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

    private static String problem(PdfFacts.Active active) {
        return switch (active) {
            case ENCRYPTED -> "ENCRYPTED";
            case SCRIPT -> "ACTIVE_SCRIPT";
            case LAUNCH -> "ACTIVE_LAUNCH";
            case LINK -> "ACTIVE_LINK";
            case XFA -> "ACTIVE_XFA";
            case ATTACHMENT -> "ATTACHMENT";
            case BOMB -> "BOMB";
        };
    }

    private InspectedFile picture(int sequence, Path file, FileKind kind, Expected expected, Pages shown) {
        if (!pictures.canRead(kind)) {
            return InspectedFile.refused(sequence, kind, "TYPE_NOT_ACCEPTED");
        }
        List<Set<String>> pages = new ArrayList<>();
        try {
            pictures.read(file, kind, (page, picture) -> {
                pages.add(codes.read(picture, expected.form() ? Effort.ALL : Effort.LITTLE));
                shown.page(page, bounded(picture));
            });
        } catch (Pictures.TooLarge e) {
            return InspectedFile.refused(sequence, kind, "TOO_LARGE");
        } catch (IOException e) {
            return InspectedFile.refused(sequence, kind, "DAMAGED");
        }
        return new InspectedFile(sequence, kind, null, Set.of(), pages, 0, false, null);
    }

    private BufferedImage bounded(BufferedImage picture) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        if (longest <= limits.previewSide()) {
            return picture;
        }
        double factor = (double) limits.previewSide() / longest;
        int width = Math.max(1, (int) (picture.getWidth() * factor));
        int height = Math.max(1, (int) (picture.getHeight() * factor));
        BufferedImage source = longest > 2 * limits.previewSide() ? halved(picture) : picture;
        BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        draw(source, smaller);
        return smaller;
    }

    /** Half the size: every pixel of four has its say, also in fine print. */
    private static BufferedImage halved(BufferedImage picture) {
        BufferedImage half = new BufferedImage(
                Math.max(1, picture.getWidth() / 2), Math.max(1, picture.getHeight() / 2), BufferedImage.TYPE_INT_RGB);
        draw(picture, half);
        return half;
    }

    private static void draw(BufferedImage from, BufferedImage to) {
        Graphics2D graphics = to.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(from, 0, 0, to.getWidth(), to.getHeight(), null);
        graphics.dispose();
    }

    private InspectedFile workbook(int sequence, Path file, Expected expected) {
        if (!expected.table()) {
            return InspectedFile.refused(sequence, FileKind.XLSX, "TYPE_NOT_ACCEPTED");
        }
        return workbooks
                .problem(file)
                .map(problem -> InspectedFile.refused(sequence, FileKind.XLSX, problem))
                .orElseGet(() -> new InspectedFile(sequence, FileKind.XLSX, null, Set.of(), List.of(), 0, true, null));
    }
}

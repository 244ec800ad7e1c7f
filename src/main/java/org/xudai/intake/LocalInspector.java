package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.kernel.MaterialCode;
import org.xudai.pdf.PdfFacts;
import org.xudai.pdf.ReceivedPdf;

/** Inspects files in this process. */
@Component
class LocalInspector implements FileInspector {

    private static final String FINANCIALS = "financials";

    private final FileSniffer sniffer;
    private final ReceivedPdf pdfs;
    private final Pictures pictures;
    private final Workbooks workbooks;
    private final PageCodeReader codes;
    private final IntakeSettings settings;

    LocalInspector(
            FileSniffer sniffer,
            ReceivedPdf pdfs,
            Pictures pictures,
            Workbooks workbooks,
            PageCodeReader codes,
            IntakeSettings settings) {
        this.sniffer = sniffer;
        this.pdfs = pdfs;
        this.pictures = pictures;
        this.workbooks = workbooks;
        this.codes = codes;
        this.settings = settings;
    }

    @Override
    public InspectedFile inspect(int sequence, Path file, @Nullable MaterialCode material, Previews previews)
            throws IOException {
        if (Files.size(file) == 0) {
            return InspectedFile.refused(sequence, FileKind.OTHER, "EMPTY");
        }
        FileKind kind = sniffer.kind(file);
        return switch (kind) {
            case PDF -> pdf(sequence, file, previews);
            case JPEG, PNG, TIFF, WEBP -> picture(sequence, file, kind, previews);
            case XLSX -> workbook(sequence, file, material);
            case HEIC, OTHER -> InspectedFile.refused(sequence, kind, "TYPE_NOT_ACCEPTED");
        };
    }

    private InspectedFile pdf(int sequence, Path file, Previews previews) {
        PdfFacts facts = pdfs.examine(file);
        if (!facts.readable()) {
            return InspectedFile.refused(sequence, FileKind.PDF, "DAMAGED");
        }
        Set<String> problems = new LinkedHashSet<>();
        facts.active().forEach(active -> problems.add(problem(active)));
        if (facts.pages() > settings.maxPages()) {
            problems.add("TOO_LARGE");
        }
        if (!problems.isEmpty()) {
            return new InspectedFile(sequence, FileKind.PDF, null, problems, List.of(), facts.signatures(), false);
        }
        List<Set<String>> pages = new ArrayList<>();
        try {
            pdfs.draw(file, settings.previewSide(), settings.maxPages(), (page, picture) -> {
                previews.page(picture);
                pages.add(codes.read(picture));
            });
        } catch (IOException e) {
            return InspectedFile.refused(sequence, FileKind.PDF, "DAMAGED");
        }
        return new InspectedFile(sequence, FileKind.PDF, null, Set.of(), pages, facts.signatures(), !facts.scanned());
    }

    private static String problem(PdfFacts.Active active) {
        return switch (active) {
            case ENCRYPTED -> "ENCRYPTED";
            case SCRIPT -> "ACTIVE_SCRIPT";
            case LAUNCH -> "ACTIVE_LAUNCH";
            case LINK -> "ACTIVE_LINK";
            case XFA -> "ACTIVE_XFA";
            case ATTACHMENT -> "ATTACHMENT";
        };
    }

    private InspectedFile picture(int sequence, Path file, FileKind kind, Previews previews) {
        List<Set<String>> pages = new ArrayList<>();
        try {
            pictures.read(file, kind, settings.maxMegapixels(), settings.maxPages(), (page, picture) -> {
                previews.page(bounded(picture));
                pages.add(codes.read(picture));
            });
        } catch (Pictures.TooManyPixels e) {
            return InspectedFile.refused(sequence, kind, "TOO_LARGE");
        } catch (IOException e) {
            return InspectedFile.refused(sequence, kind, "DAMAGED");
        }
        return pages.size() > settings.maxPages()
                ? InspectedFile.refused(sequence, kind, "TOO_LARGE")
                : new InspectedFile(sequence, kind, null, Set.of(), pages, 0, false);
    }

    private BufferedImage bounded(BufferedImage picture) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        if (longest <= settings.previewSide()) {
            return picture;
        }
        double factor = (double) settings.previewSide() / longest;
        int width = Math.max(1, (int) (picture.getWidth() * factor));
        int height = Math.max(1, (int) (picture.getHeight() * factor));
        BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = smaller.createGraphics();
        graphics.drawImage(picture.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return smaller;
    }

    private InspectedFile workbook(int sequence, Path file, @Nullable MaterialCode material) {
        if (material == null || !material.value().equals(FINANCIALS)) {
            return InspectedFile.refused(sequence, FileKind.XLSX, "TYPE_NOT_ACCEPTED");
        }
        return workbooks
                .problem(file)
                .map(problem -> InspectedFile.refused(sequence, FileKind.XLSX, problem))
                .orElseGet(() -> new InspectedFile(sequence, FileKind.XLSX, null, Set.of(), List.of(), 0, true));
    }
}

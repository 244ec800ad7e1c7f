package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;
import org.xudai.intake.Messages.SheetRead;
import org.xudai.intake.PageCodeReader.Effort;
import org.xudai.pdf.DrawingTakesTooLong;
import org.xudai.pdf.PdfFacts;
import org.xudai.pdf.ReceivedPdf;
import org.xudai.pdf.ScannedPage;

/**
 * Takes a stack of scans apart, in the process that asks: a worker's. Of a page of a PDF that is one JPEG and nothing else the
 * bytes are taken as they lie there; every other page becomes a PNG of the pixels it shows.
 */
final class StackSplitter {

    /** Why there is no picture of a page that was given up for its time. */
    static final String TOO_LONG = "late";

    /** Two hundred pages in colour, packed without loss. */
    private static final DataSize MOST_UNPACKED = DataSize.ofGigabytes(6);

    /** A page that is larger as a PNG goes as a JPEG. */
    private static final int MOST_PICTURE = 16 << 20;

    private static final float FINE = 0.95f;

    private final FileSniffer sniffer = new FileSniffer();
    private final PageCodeReader codes = new PageCodeReader();
    private final InspectionLimits limits;
    private final ReceivedPdf pdfs;

    StackSplitter(InspectionLimits limits, ReceivedPdf pdfs) {
        this.limits = limits;
        this.pdfs = pdfs;
    }

    /** Takes each page as it is made. */
    interface Taker {
        void sheet(Taken sheet) throws IOException;
    }

    /**
     * A page.
     *
     * @param read what was read on it
     * @param preview it as people look at it, a PNG; empty where it cannot be read
     * @param picture it at full size, JPEG or PNG; empty where it cannot be read
     */
    record Taken(SheetRead read, byte[] preview, byte[] picture) {}

    /** Reads one page of an open stack. */
    private interface Source {
        ScannedPage page(int page) throws IOException;
    }

    /**
     * What a file is as a stack.
     *
     * @throws IOException where this machine cannot read its own files
     */
    StackFacts facts(Path file, int mostPages) throws IOException {
        if (Files.size(file) == 0) {
            return StackFacts.refused("EMPTY");
        }
        return switch (sniffer.kind(file)) {
            case PDF -> pdf(file, mostPages);
            case TIFF -> tiff(file, mostPages);
            case LOCKED -> StackFacts.refused("ENCRYPTED");
            case JPEG, PNG, WEBP, HEIC, XLSX, OTHER -> StackFacts.refused("TYPE_NOT_ACCEPTED");
        };
    }

    private StackFacts pdf(Path file, int mostPages) {
        PdfFacts facts = pdfs.examine(file, MOST_UNPACKED);
        if (!facts.readable()) {
            return StackFacts.refused("DAMAGED");
        }
        String problem = facts.active().stream()
                .sorted()
                .map(LocalInspector::problem)
                .findFirst()
                .orElse(facts.pages() > mostPages ? "TOO_LARGE" : null);
        return new StackFacts(problem, facts.pages(), facts.signatures());
    }

    private StackFacts tiff(Path file, int mostPages) {
        try (TiffStack stack = TiffStack.open(file)) {
            int pages = stack.count();
            boolean large = pages > mostPages;
            for (int page = 1; page <= pages && !large; page++) {
                large = stack.pixels(page) > limits.maxMegapixels() * 1_000_000L;
            }
            if (large) {
                return new StackFacts("TOO_LARGE", pages, 0);
            }
            WholePicture.require(file, FileKind.TIFF);
            return pages < 1 ? StackFacts.refused("DAMAGED") : new StackFacts(null, pages, 0);
        } catch (IOException e) {
            return StackFacts.refused("DAMAGED");
        }
    }

    /**
     * Takes pages out of a stack, in their order. A page that cannot be read is told and does not keep the others.
     *
     * @throws IOException where the stack cannot be opened, or who takes the pages is gone
     */
    void read(Path file, int first, int last, Taker taker) throws IOException {
        if (sniffer.kind(file) == FileKind.TIFF) {
            try (TiffStack stack = TiffStack.open(file)) {
                read(first, last, page -> new ScannedPage(stack.page(page), null), taker);
            }
        } else {
            try (ReceivedPdf.Pages stack = pdfs.open(file, limits.patience())) {
                read(first, last, stack::scan, taker);
            }
        }
    }

    private void read(int first, int last, Source source, Taker taker) throws IOException {
        for (int page = first; page <= last; page++) {
            taker.sheet(taken(page, source));
        }
    }

    private Taken taken(int page, Source source) {
        try {
            ScannedPage scan = source.page(page);
            BufferedImage small = SmallerPicture.of(scan.picture(), limits.previewSide());
            boolean blank = BlankSheet.isBlank(small);
            Set<String> texts = blank
                    ? Set.of()
                    : codes.read(scan.picture(), Effort.ALL).stream()
                            .map(FoundCode::text)
                            .collect(Collectors.toSet());
            Optional<byte[]> jpeg = scan.jpeg();
            return new Taken(
                    new SheetRead(page, null, blank, texts),
                    Png.of(small),
                    jpeg.isPresent() ? jpeg.get() : picture(scan.picture()));
        } catch (DrawingTakesTooLong e) {
            return none(page, TOO_LONG);
        } catch (IOException | StackOverflowError | IllegalArgumentException e) {
            return none(page, "UNREADABLE");
        }
    }

    private static Taken none(int page, String problem) {
        return new Taken(new SheetRead(page, problem, false, Set.of()), new byte[0], new byte[0]);
    }

    private static byte[] picture(BufferedImage picture) throws IOException {
        byte[] png = Png.of(picture);
        return png.length <= MOST_PICTURE ? png : PackedPicture.of("jpg", FINE, Orientation.upright(picture, 1));
    }
}

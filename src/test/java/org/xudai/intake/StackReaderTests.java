package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.xudai.intake.worker.WorkerEnd;
import org.xudai.intake.worker.WorkerPool;
import org.xudai.testing.ScanStack;

/** Stacks are opened by workers alone, and no page of one keeps the others. */
class StackReaderTests {

    private static final int MOST = 200;

    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Integer> unreadable = new ArrayList<>();

    private void read(byte[] stack, Duration patience, int pages) throws IOException {
        IntakeSettings settings = InspectionRoom.settings(patience);
        try (WorkerPool workers = new IntakeConfiguration().inspectionWorkers(settings);
                OpenStack open = new StackReader(workers, settings).open(new ByteArrayInputStream(stack))) {
            assertThat(open.facts(MOST)).isEqualTo(new StackFacts(null, pages, 0));
            open.read(1, pages, taker(sheet -> {}));
        }
    }

    private OpenStack.Taker taker(Consumer<Sheet> alongside) {
        return new OpenStack.Taker() {

            @Override
            public void sheet(Sheet sheet) {
                sheets.add(sheet);
                alongside.accept(sheet);
            }

            @Override
            public void unreadable(int page) {
                unreadable.add(page);
            }
        };
    }

    @Test
    void aJpegThatIsThePageComesAsItLies() throws IOException {
        byte[] scan = ScanStack.paper("id-card.jpg");

        read(new ScanStack().with(scan).back().pdf(), Duration.ofSeconds(20), 2);

        assertThat(sheets).extracting(Sheet::page).containsExactly(1, 2);
        assertThat(sheets).extracting(Sheet::blank).containsExactly(false, true);
        assertThat(sheets.get(0).contentType()).isEqualTo("image/jpeg");
        assertThat(sheets.get(0).picture()).isEqualTo(scan);
    }

    @Test
    void aPageWithMoreOnItIsDrawnAsItShows() throws IOException {
        byte[] printed = HostilePdfs.plain();

        read(printed, Duration.ofSeconds(20), 1);

        assertThat(sheets.get(0).contentType()).isEqualTo("image/png");
        assertThat(ScanStack.picture(sheets.get(0).picture()).getHeight()).isGreaterThan(2000);
    }

    @Test
    void aPageThatTakesTooLongIsToldAndTheStackGoesOn() throws IOException {
        read(HostilePdfs.nestedDrawings(), Duration.ofSeconds(2), 1);

        assertThat(unreadable).containsExactly(1);
        assertThat(sheets).isEmpty();
    }

    @Test
    void aPageThatCostAWorkerItsTimeIsTriedOnceMoreByItself() throws IOException {
        IntakeSettings settings = InspectionRoom.settings(Duration.ofSeconds(5));
        byte[] stack = new ScanStack().back().back().back().pdf();
        try (WorkerPool workers = new IntakeConfiguration().inspectionWorkers(settings);
                OpenStack open = new StackReader(workers, settings).open(new ByteArrayInputStream(stack))) {
            open.read(1, 3, taker(sheet -> {
                if (sheet.page() == 1) {
                    workers.pids().forEach(StackReaderTests::hold);
                }
            }));

            assertThat(workers.ended(WorkerEnd.TIME)).isEqualTo(1);
        }
        assertThat(sheets).extracting(Sheet::page).containsExactly(1, 2, 3);
        assertThat(unreadable).isEmpty();
    }

    /** As on a machine that has no time for it. */
    private static void hold(long process) {
        try {
            assertThat(new ProcessBuilder("sh", "-c", "kill -STOP " + process)
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPageThatShowsAPartOfItsScanIsDrawnAsItShows() throws IOException {
        byte[] enlarged;
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            float width = 2 * PDRectangle.A4.getWidth();
            float height = 2 * PDRectangle.A4.getHeight();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                byte[] scan = ScanStack.paper("id-card.jpg");
                content.drawImage(
                        PDImageXObject.createFromByteArray(document, scan, "scan"),
                        -width / 4,
                        -height / 4,
                        width,
                        height);
            }
            document.save(out);
            enlarged = out.toByteArray();
        }

        read(enlarged, Duration.ofSeconds(20), 1);

        assertThat(sheets.get(0).contentType()).isEqualTo("image/png");
    }

    @Test
    void aWorkerThatTellsOfNoPagesOrOfTooManyIsNotBelieved() {
        assertThat(new StackFacts(null, MOST, 0).isPlausible(MOST)).isTrue();
        assertThat(new StackFacts("TOO_LARGE", MOST + 1, 0).isPlausible(MOST)).isTrue();
        assertThat(new StackFacts(null, 0, 0).isPlausible(MOST)).isFalse();
        assertThat(new StackFacts(null, MOST + 1, 0).isPlausible(MOST)).isFalse();
    }

    @Test
    void dustMakesNoPageAndASignatureDoes() {
        BufferedImage page = ScanStack.emptyPage();
        assertThat(BlankSheet.isBlank(page)).isTrue();
        Graphics2D pen = page.createGraphics();
        pen.setColor(new Color(0x303a70));
        pen.setStroke(new BasicStroke(3));
        for (int i = 0; i < 12; i++) {
            pen.drawLine(700 + 12 * i, 1200 + 20 * (i % 2), 712 + 12 * i, 1240 - 20 * (i % 3));
        }
        pen.dispose();

        assertThat(BlankSheet.isBlank(page)).isFalse();
        assertThat(BlankSheet.isBlank(new BufferedImage(400, 600, BufferedImage.TYPE_INT_RGB)))
                .as("a black page is a fault of the scanner")
                .isFalse();
    }
}

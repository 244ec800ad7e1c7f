package org.xudai.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.xudai.intake.worker.Memory;

/**
 * Makes a JPEG of a phone's HEIC photo (ISO/IEC 23008-12) with {@code heif-convert} of libheif, a process of its own. It
 * turns the picture upright itself.
 */
class HeicConverter {

    private static final String SIZE_BOX = "ispe";
    private static final int HEAD = 256 * 1024;
    private static final String QUALITY = "92";
    private static final int LOOK_EVERY_MILLIS = 100;

    private final InspectionLimits limits;

    HeicConverter(InspectionLimits limits) {
        this.limits = limits;
    }

    /** Whether this machine has the tool. */
    boolean isThere() {
        return !limits.heifConvert().isEmpty() && Files.isExecutable(Path.of(limits.heifConvert()));
    }

    /**
     * The first picture of the file as JPEG.
     *
     * @throws Pictures.TooLarge by the sizes stated in its header
     * @throws Pictures.Unreadable where the tool cannot read it or takes too long
     */
    Path converted(Path heic, Path directory) throws IOException {
        requireFewPixels(heic);
        Path jpeg = directory.resolve("picture.jpg");
        Process process = new ProcessBuilder(
                        List.of(limits.heifConvert(), "-q", QUALITY, heic.toString(), jpeg.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            long stopAt = System.nanoTime() + limits.patience().toNanos();
            while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - stopAt > 0 || Memory.of(process.pid()) > limits.memory()) {
                    throw new Pictures.Unreadable("the photo takes too much");
                }
            }
            if (process.exitValue() != 0) {
                throw new Pictures.Unreadable("the photo cannot be converted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Pictures.Unreadable("the conversion was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
        try (var made = Files.list(directory)) {
            return made.sorted().findFirst().orElseThrow(() -> new Pictures.Unreadable("no picture in it"));
        }
    }

    /** Every {@code ispe} box states a width and a height. */
    private void requireFewPixels(Path heic) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(heic)) {
            head = in.readNBytes(HEAD);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        java.nio.ByteBuffer numbers = java.nio.ByteBuffer.wrap(head);
        for (int at = text.indexOf(SIZE_BOX); at >= 0; at = text.indexOf(SIZE_BOX, at + 1)) {
            if (at + 16 <= head.length) {
                long pixels = Integer.toUnsignedLong(numbers.getInt(at + 8))
                        * Integer.toUnsignedLong(numbers.getInt(at + 12));
                if (pixels > limits.maxMegapixels() * 1_000_000L) {
                    throw new Pictures.TooLarge();
                }
            }
        }
    }
}

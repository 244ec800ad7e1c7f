package org.xudai.intake.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.xudai.intake.ReadCodes;
import org.xudai.intake.ReturnedPapers;
import org.xudai.intake.marks.MarkReader;
import org.xudai.intake.studio.Photo;

/**
 * Processor time of the parts of an inspection, one by one, in a process of its own with a worker's compiler and heap:
 * decoding, reading the code, finding the page, warping it by the map found, subtracting the print pixel by pixel; then the
 * whole comparison, which finds and warps once more, and the marks.
 */
public final class RawParts {

    private static final int WARM_UP = 2;
    private static final double NANOS = 1e6;

    private final Map<String, Double> nanos = new LinkedHashMap<>();
    private long since;
    private long differing;

    private RawParts() {}

    /** Milliseconds a photo, as JSON: {@code decode code find warp difference compare marks}. */
    public static String inAnotherProcess(long seed, int photos, int rounds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RawParts.class.getName(),
                        Long.toString(seed),
                        Integer.toString(photos),
                        Integer.toString(rounds))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the parts could not be measured: " + json);
        }
        return json;
    }

    /** What {@link #inAnotherProcess} starts; its standard output is its answer, one line of JSON. */
    public static void main(String[] arguments) throws IOException {
        List<Photo> photos = new ReturnedPapers(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1])).photos();
        int rounds = Integer.parseInt(arguments[2]);
        List<IssuedPage> pages = photos.stream()
                .map(photo -> StraightPages.issued(photo.truth().subject()))
                .toList();
        RawParts parts = new RawParts();
        for (int round = 0; round < WARM_UP + rounds; round++) {
            if (round == WARM_UP) {
                parts.nanos.clear();
            }
            for (int i = 0; i < photos.size(); i++) {
                parts.measure(photos.get(i), pages.get(i));
            }
        }
        Map<String, Double> millis = new LinkedHashMap<>();
        parts.nanos.forEach((part, sum) -> millis.put(part, sum / NANOS / rounds / photos.size()));
        if (parts.differing == 0) {
            throw new IllegalStateException("nothing was subtracted");
        }
        System.out.println(new ObjectMapper().writeValueAsString(millis));
    }

    private void measure(Photo photo, IssuedPage issued) {
        since = now();
        BufferedImage picture = photo.picture();
        took("decode");
        CodePlace code = ReadCodes.first(picture).orElseGet(() -> StraightPages.code(photo));
        took("code");
        Pixels pixels = Pixels.of(picture);
        Grey print = Pixels.of(issued.rendering()).grey(1);
        Registration registration = new Registering(issued, pixels, code).registration(print);
        took("find");
        Pixels straight = Straightening.of(
                pixels, registration.map(), registration.dpi() / IssuedPage.DPI, print.width(), print.height());
        took("warp");
        differing += difference(straight, print);
        took("difference");
        PageComparison comparison = PageComparison.of(picture, code, issued);
        took("compare");
        MarkReader.read(Objects.requireNonNull(comparison.page()));
        took("marks");
    }

    private static long difference(Pixels straight, Grey print) {
        long sum = 0;
        for (int i = 0; i < straight.rgb().length; i++) {
            sum += Math.abs(Pixels.luminance(straight.rgb()[i]) - (print.levels()[i] & 0xff));
        }
        return sum;
    }

    private void took(String part) {
        nanos.merge(part, (double) (now() - since), Double::sum);
        since = now();
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}

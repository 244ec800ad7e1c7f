package org.xudai.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.xudai.pdf.ReceivedPdf;

/** Inspects files in a process of its own: a path per line comes in, a line about the file goes out. */
public final class InspectionProcess {

    static final IntakeSettings SETTINGS =
            new IntakeSettings(50, 80, 1600, Duration.ofSeconds(5), 3, "/usr/bin/heif-convert", Map.of());

    private InspectionProcess() {}

    static LocalInspector inspector() {
        return new LocalInspector(
                new FileSniffer(),
                new ReceivedPdf(),
                new Pictures(new HeicConverter(SETTINGS), SETTINGS),
                new Workbooks(),
                new PageCodeReader(),
                SETTINGS);
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        LocalInspector inspector = inspector();
        BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String path = paths.readLine(); path != null; path = paths.readLine()) {
            InspectedFile file = inspector.inspect(
                    1,
                    Path.of(path),
                    new FileInspector.Expected(true, true),
                    picture -> requireBounded(picture.getWidth(), picture.getHeight()));
            answers.println(String.join(
                    "\t",
                    file.kind().name(),
                    file.problem() == null ? "" : file.problem(),
                    String.join(",", file.problems()),
                    Integer.toString(file.pages().size()),
                    Integer.toString(file.signatures()),
                    Boolean.toString(file.drawn())));
            answers.flush();
        }
    }

    private static void requireBounded(int width, int height) {
        if (Math.max(width, height) > SETTINGS.previewSide() + 1) {
            throw new IllegalStateException("a preview of " + width + "x" + height);
        }
    }
}

package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xudai.XudaiApplication;
import org.xudai.intake.FileInspector.Expected;
import org.xudai.intake.worker.Frame;
import org.xudai.intake.worker.Frames;

/** The command {@code inspect-worker}: it speaks over its streams, and ends with whoever started it. */
class InspectWorkerTests {

    private static final InspectionLimits LIMITS = new InspectionLimits(50, 80, 1754, 60_000, "", 1 << 30);

    @TempDir
    Path directory;

    @Test
    void itEndsWithItsNodeThoughItIsBusyAndLeavesNothing() throws Exception {
        Process process = started();
        Frames frames = new Frames(process.getInputStream(), process.getOutputStream());
        Path file = directory.resolve("endless.pdf");
        Files.write(file, HostilePdfs.nestedDrawings());
        frames.send(Frame.Kind.LIMITS, Messages.write(LIMITS));
        assertThat(frames.receive().kind()).isEqualTo(Frame.Kind.READY);
        frames.send(
                Frame.Kind.INSPECT,
                Messages.write(new Messages.Question(1, file.toString(), new Expected(true, false, null))));

        process.getOutputStream().close();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void itEndsWhereItIsToldNonsense() throws Exception {
        Process process = started();
        process.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
    }

    private Process started() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + directory,
                        "-Dlogback.configurationFile=inspect-worker-logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        XudaiApplication.class.getName(),
                        InspectWorker.NAME)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}

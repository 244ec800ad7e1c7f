package org.xudai.intake;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inspects files in another process of little memory, and ends it where a file takes too long or too much: then there is no
 * verdict, and the test that asked fails.
 */
final class ChildInspector implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String MEMORY = "-Xmx384m";

    private final Path temporary;
    private @Nullable Process child;

    /**
     * @param temporary where the process keeps its temporary files
     */
    ChildInspector(Path temporary) {
        this.temporary = temporary;
    }

    /** What became of a file; no verdict where the process died of it or did not come back. */
    record Outcome(@Nullable InspectedFile file, String failure, long millis) {}

    Outcome inspect(Path file) throws IOException {
        long start = System.nanoTime();
        Process process = running();
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> ask(process, file));
        try {
            String line = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!line.isEmpty()) {
                return new Outcome(parsed(line), "", millisSince(start));
            }
            process.waitFor();
            return new Outcome(null, "the process died with " + process.exitValue(), millisSince(start));
        } catch (TimeoutException e) {
            process.destroyForcibly();
            return new Outcome(null, "no verdict within " + PATIENCE, millisSince(start));
        } catch (ExecutionException e) {
            return new Outcome(null, "the process is gone: " + e.getCause(), millisSince(start));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Process running() throws IOException {
        Process known = child;
        if (known != null && known.isAlive()) {
            return known;
        }
        Process started = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        MEMORY,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dlogging.level.root=OFF",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InspectionProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        child = started;
        return started;
    }

    private static String ask(Process process, Path file) {
        try {
            Writer to = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
            to.write(file + "\n");
            to.flush();
            String line = process.inputReader(StandardCharsets.UTF_8).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InspectedFile parsed(String line) {
        List<String> parts = Arrays.asList(line.split("\t", -1));
        Set<String> problems = Arrays.stream(parts.get(2).split(","))
                .filter(problem -> !problem.isEmpty())
                .collect(Collectors.toSet());
        return new InspectedFile(
                1,
                FileKind.valueOf(parts.get(0)),
                parts.get(1).isEmpty() ? null : parts.get(1),
                problems,
                Collections.nCopies(Integer.parseInt(parts.get(3)), Set.of()),
                Integer.parseInt(parts.get(4)),
                Boolean.parseBoolean(parts.get(5)));
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @Override
    public void close() {
        if (child != null) {
            child.destroyForcibly();
        }
    }
}

package org.xudai.intake.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory that a process holds, where the system tells it: {@code /proc/<pid>/status}, Linux. */
public final class Memory {

    private static final String RESIDENT = "VmRSS:";
    private static final long KIB = 1024;

    private Memory() {}

    /** Bytes; 0 where nobody can tell, or the process is gone. */
    public static long of(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}

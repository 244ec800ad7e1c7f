package org.xudai.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Seconds of processor time that processes have used, from {@code /proc/<pid>/stat} (Linux; 0 elsewhere). */
final class ProcessorTime {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private ProcessorTime() {}

    /** Of one process. */
    static double of(long pid) {
        return fields(pid)
                .map(fields -> (number(fields, USER) + number(fields, SYSTEM)) / TICKS_PER_SECOND)
                .orElse(0.0);
    }

    /** Of this process. */
    static double here() {
        return of(ProcessHandle.current().pid());
    }

    /** Of all processes of PostgreSQL on this machine, those that have ended included: nothing else may run beside. */
    static double ofDatabase() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                    .flatMap(process -> fields(process.pid()).stream())
                    .mapToDouble(fields -> (number(fields, USER)
                                    + number(fields, SYSTEM)
                                    + number(fields, CHILDREN_USER)
                                    + number(fields, CHILDREN_SYSTEM))
                            / TICKS_PER_SECOND)
                    .sum();
        }
    }

    private static long number(String[] fields, int at) {
        return Long.parseLong(fields[at]);
    }

    /** The fields behind the name of the command, which may hold blanks. */
    private static Optional<String[]> fields(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

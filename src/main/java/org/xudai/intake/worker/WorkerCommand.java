package org.xudai.intake.worker;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;

/**
 * How a worker is started: as this process was, from the same classes, with its own first argument. So it works from
 * directories of classes, from the jar and from the unpacked jar of a container alike.
 *
 * @param classPath where the classes are, in whole paths, since a worker stands in a directory of its own
 * @param main the class that is started
 */
record WorkerCommand(String classPath, String main) {

    private static final String APPLICATION = "org.xudai.XudaiApplication";

    /** Starts the application where it is within a jar, or unpacked from one, and not on the class path itself. */
    static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

    /** The only thing a worker knows of its surroundings: how to read the names of files. */
    static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C.UTF-8");

    /** As this process was started. */
    static WorkerCommand ofThisProcess() {
        String file = APPLICATION.replace('.', '/') + ".class";
        boolean unpacked = ClassLoader.getSystemClassLoader().getResource(file) != null;
        return new WorkerCommand(whole(System.getProperty("java.class.path")), unpacked ? APPLICATION : LAUNCHER);
    }

    /** The words of the command. */
    List<String> words(String argument, DataSize heap, Path directory) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap.toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                // its last words are no message
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Djava.io.tmpdir=" + directory,
                "-Dlogback.configurationFile=inspect-worker-logback.xml",
                "-cp",
                classPath,
                main,
                argument);
    }

    /** None at all is the directory this process stands in. */
    private static String whole(String known) {
        String whole = Arrays.stream(known.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return whole.isEmpty() ? Path.of("").toAbsolutePath().toString() : whole;
    }
}

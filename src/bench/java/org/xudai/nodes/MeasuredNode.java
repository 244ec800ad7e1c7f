package org.xudai.nodes;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.xudai.bench.Load;
import org.xudai.journey.Api;

/** One process of the product, as a bank runs it (both compilers), with a heap of a given size, whose costs can be read. */
public final class MeasuredNode implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(5);

    private final String name;
    private final int port;
    private final Process process;
    private final long started = System.nanoTime();

    private MeasuredNode(String name, int port, Process process) {
        this.name = name;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts a node; what it says goes to {@code target/nodes/<name>.log}.
     *
     * @param before what stands before java, e.g. {@code taskset -c 0}
     * @param options of the JVM
     */
    public static MeasuredNode start(String name, Site site, List<String> before, String... options) {
        try {
            int port = freePort();
            Path log = Files.createDirectories(Path.of("target", "nodes")).resolve(name + ".log");
            List<String> command = new ArrayList<>(before);
            command.add(ProcessHandle.current().info().command().orElseThrow());
            command.addAll(List.of(options));
            command.addAll(List.of(
                    "-Duser.timezone=UTC",
                    "-Djava.awt.headless=true",
                    "-cp",
                    classPath(),
                    NodeMain.class.getName(),
                    "--server.port=" + port));
            command.addAll(site.settings());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new MeasuredNode(name, port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Waits until the node takes requests; gives the seconds since its start. */
    public double ready() {
        await("node " + name + " is ready")
                .atMost(READY)
                .pollInterval(Duration.ofMillis(50))
                .until(this::answers);
        return Load.since(started);
    }

    /** A size of the process in MB: {@code VmRSS} now, {@code VmHWM} at its highest (Linux; 0 elsewhere). */
    public double memoryMb(String field) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith(field + ":"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new AssertionError("node " + name + " has ended: see target/nodes/" + name + ".log");
        }
        try {
            return Api.asNobody(port).get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

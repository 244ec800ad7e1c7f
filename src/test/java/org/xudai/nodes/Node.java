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
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.xudai.journey.Api;

/** One process of the product. */
final class Node implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(5);

    private final String name;
    private final int port;
    private final Process process;

    private Node(String name, int port, Process process) {
        this.name = name;
        this.port = port;
        this.process = process;
    }

    /** Starts a node; what it says goes to {@code target/nodes/<name>.log}. */
    static Node start(String name, Outside outside) {
        return start(name, outside, classPath());
    }

    /** Starts a node of another release, whose classes, those of its tests and its libraries are named. */
    static Node start(String name, Outside outside, String classPath, String... more) {
        try {
            int port = freePort();
            Path log = Files.createDirectories(Path.of("target", "nodes")).resolve(name + ".log");
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Duser.timezone=UTC",
                    "-Djava.awt.headless=true",
                    "-cp",
                    classPath,
                    NodeMain.class.getName(),
                    "--server.port=" + port));
            command.addAll(outside.settings());
            command.addAll(List.of(more));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Node(name, port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Waits until the node takes requests. */
    Node ready() {
        await("node " + name + " is ready").atMost(READY).until(this::answers);
        return this;
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends it as an operator does; gives how long that took. */
    Duration stop() {
        long start = System.nanoTime();
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("node " + name + " does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        kill();
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

    /** This JVM's own, without the empty entry that would stand for the working directory and its second set of diagrams. */
    static String classPath() {
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

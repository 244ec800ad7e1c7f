package org.xudai.nodes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.xudai.XudaiApplication;

/** A command of the product in a process of its own. */
final class Command {

    private Command() {}

    /** What it printed, and its exit code. */
    record Answer(int code, String text) {

        String lastLine() {
            List<String> lines = text.lines().toList();
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        }
    }

    /** Runs a command with the settings of a node. */
    static Answer run(Outside outside, String... words) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-cp",
                Node.classPath(),
                XudaiApplication.class.getName()));
        command.addAll(List.of(words));
        command.addAll(outside.settings());
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (InputStream told = process.getInputStream()) {
                String text = new String(told.readAllBytes(), StandardCharsets.UTF_8).strip();
                return new Answer(process.waitFor(), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

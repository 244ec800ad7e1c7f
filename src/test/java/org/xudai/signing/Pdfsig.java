package org.xudai.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code pdfsig} of poppler says of a file: the opinion of somebody else. */
final class Pdfsig {

    private Pdfsig() {}

    static boolean isThere() {
        try {
            return new ProcessBuilder("pdfsig", "-v")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static String says(Path directory, byte[] pdf) throws IOException {
        Path file = Files.write(directory.resolve("signed.pdf"), pdf);
        Process process = new ProcessBuilder("pdfsig", "-nocert", file.toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}

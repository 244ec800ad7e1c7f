package org.xudai.forms;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.xudai.pdf.FormPens;

/** Whatever stands in a bank's own description of a form: it can be used, or the start is stopped and says why. */
class DescriptorFuzz {

    private static final FormPens PENS = new FormPens();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DIRECTORY = directory();
    private static final String SAMPLE = sample();

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("forms");
            Files.createDirectory(directory.resolve("application"));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sample() {
        try (InputStream in =
                Objects.requireNonNull(DescriptorFuzz.class.getResourceAsStream("/forms/application/form.json"))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FuzzTest(maxDuration = "1m")
    void aDescriptionIsTakenOrRefusedInWords(FuzzedDataProvider data) throws IOException {
        int from = data.consumeInt(0, SAMPLE.length());
        int to = data.consumeInt(from, Math.min(SAMPLE.length(), from + 200));
        String text = data.consumeBoolean()
                ? data.consumeRemainingAsString()
                : SAMPLE.substring(0, from) + data.consumeRemainingAsString() + SAMPLE.substring(to);
        Files.writeString(DIRECTORY.resolve("application").resolve("form.json"), text);
        try {
            new TemplateFiles(new FormSettings(DIRECTORY, null), JSON, PENS.pdf());
        } catch (IllegalStateException | UncheckedIOException e) {
            if (e.getMessage() == null || !e.getMessage().startsWith("form")) {
                throw e;
            }
        }
    }
}

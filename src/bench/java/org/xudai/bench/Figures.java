package org.xudai.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of one benchmark, kept as {@code target/bench/<name>.json} after each figure, printed as one line of JSON. */
public final class Figures {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double DIGITS = 1000.0;

    private final String name;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Figures of a benchmark of that name. */
    public Figures(String name) {
        this.name = name;
        values.put("bench", name);
        values.put("cores", Runtime.getRuntime().availableProcessors());
        values.put("java", Runtime.version().toString());
        values.put("heapMb", Runtime.getRuntime().maxMemory() / (1024 * 1024));
    }

    /** Notes a figure; its name says the unit. What was measured stands in the file though the rest may fail. */
    public Figures note(String figure, double value) {
        values.put(figure, Math.round(value * DIGITS) / DIGITS);
        keep();
        return this;
    }

    /** Says how far a long measurement is. */
    public static void progress(String what) {
        System.out.println("bench … " + what);
    }

    /** Writes the file and prints it. */
    public void write() {
        keep();
        System.out.println(text());
    }

    private void keep() {
        try {
            Path directory = Files.createDirectories(Path.of("target", "bench"));
            Files.writeString(directory.resolve(name + ".json"), text() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

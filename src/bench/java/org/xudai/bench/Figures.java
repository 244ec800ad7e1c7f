package org.xudai.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of one benchmark, kept as {@code target/bench/<name>.json}. */
public final class Figures {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final String name;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Figures of a benchmark of that name. */
    public Figures(String name) {
        this.name = name;
        values.put("cores", Runtime.getRuntime().availableProcessors());
        values.put("java", Runtime.version().toString());
        values.put("heapMb", Runtime.getRuntime().maxMemory() / (1024 * 1024));
    }

    /** Notes a figure; its name says the unit. */
    public Figures note(String figure, double value) {
        values.put(figure, Math.round(value * 1000) / 1000.0);
        return this;
    }

    /** Writes the file and prints it. */
    public void write() {
        try {
            Path directory = Files.createDirectories(Path.of("target", "bench"));
            String text = JSON.writeValueAsString(values);
            Files.writeString(directory.resolve(name + ".json"), text);
            System.out.println("bench " + name + " " + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

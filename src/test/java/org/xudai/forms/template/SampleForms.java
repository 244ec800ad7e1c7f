package org.xudai.forms.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the sample forms anew: {@code form.pdf} and the boxes in {@code form.json} of each directory under
 * {@code src/main/resources/forms}, from the texts under {@code src/test/resources/forms}. The fields in
 * {@code form.json} are written by hand. Takes the file of a Chinese serif font (the committed forms are set in
 * Noto Serif SC Regular from {@code npm pack @expo-google-fonts/noto-serif-sc}), the directory of the texts and that of
 * the forms.
 */
public final class SampleForms {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private SampleForms() {}

    public static void main(String[] arguments) throws IOException {
        Path font = Path.of(arguments[0]);
        try (Stream<Path> sources = Files.list(Path.of(arguments[1]))) {
            for (Path source : sources.sorted().toList()) {
                String code = source.getFileName().toString().replace(".txt", "");
                make(font, source, Path.of(arguments[2]).resolve(code));
            }
        }
    }

    private static void make(Path font, Path source, Path directory) throws IOException {
        Path described = directory.resolve("form.json");
        ObjectNode descriptor = (ObjectNode) JSON.readTree(Files.readString(described));
        List<Block> blocks = Markup.read(Files.readString(source));
        int pages = 1
                + (int) blocks.stream()
                        .filter(block -> block instanceof Block.Setting setting
                                && setting.name().equals("page"))
                        .count();
        Press press = new Press(font, descriptor, pages);
        Files.write(directory.resolve("form.pdf"), press.print(blocks));
        descriptor.set("boxes", press.boxes().json());
        Files.writeString(described, JSON.writeValueAsString(descriptor) + "\n", StandardCharsets.UTF_8);
    }
}

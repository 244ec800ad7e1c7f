package org.xudai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the product can say: its message bundles, its templates and the words of its sources. */
final class Bundles {

    static final Path MESSAGES = Path.of("src/main/resources/messages");
    static final Path TEMPLATES = Path.of("src/main/resources/templates");
    static final Path JAVA = Path.of("src/main/java");

    private static final Pattern KEY = Pattern.compile("^([^#=\\s][^=]*)=.*");
    private static final Pattern LITERAL =
            Pattern.compile("(?s)\"\"\".*?\"\"\"|'(?:[^'\\\\]|\\\\.)'|\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern COMMENT = Pattern.compile(LITERAL + "|/\\*.*?\\*/|//[^\n]*");

    private Bundles() {}

    /** Names of the bundles, e.g. {@code portal}. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Path file : files(MESSAGES, ".properties")) {
            names.add(file.getFileName().toString().replaceFirst("(_en)?\\.properties$", ""));
        }
        return names;
    }

    static Map<String, String> chinese(String bundle) {
        return load(MESSAGES.resolve(bundle + ".properties"));
    }

    static Map<String, String> english(String bundle) {
        return load(MESSAGES.resolve(bundle + "_en.properties"));
    }

    /** All Chinese sentences by key. */
    static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        names().forEach(name -> all.putAll(chinese(name)));
        return all;
    }

    /** The keys of a file in the order they are written; one written twice comes twice. */
    static List<String> writtenKeys(Path file) {
        List<String> keys = new ArrayList<>();
        for (String line : read(file).lines().toList()) {
            Matcher key = KEY.matcher(line);
            if (key.matches()) {
                keys.add(key.group(1).strip());
            }
        }
        return keys;
    }

    /** Templates by their path below the templates. */
    static Map<Path, String> templates() {
        return texts(TEMPLATES, ".html");
    }

    /** The product's sources without comments. */
    static Map<Path, String> sources() {
        Map<Path, String> bare = new LinkedHashMap<>();
        texts(JAVA, ".java")
                .forEach((file, text) -> bare.put(
                        file,
                        COMMENT.matcher(text)
                                .replaceAll(hit ->
                                        hit.group().startsWith("/") ? "" : Matcher.quoteReplacement(hit.group()))));
        return bare;
    }

    /** Every string written in the product's sources. */
    static Set<String> literals() {
        Set<String> literals = new TreeSet<>();
        sources().values().forEach(text -> LITERAL.matcher(text)
                .results()
                .map(hit -> hit.group(1))
                .filter(Objects::nonNull)
                .forEach(literals::add));
        return literals;
    }

    static Map<Path, String> texts(Path root, String ending) {
        Map<Path, String> texts = new TreeMap<>();
        files(root, ending).forEach(file -> texts.put(root.relativize(file), read(file)));
        return texts;
    }

    static List<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> load(Path file) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> sentences = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> sentences.put(key, properties.getProperty(key)));
        return sentences;
    }
}

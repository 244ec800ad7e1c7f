package org.xudai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules that only the text of the sources shows. */
class SourceTests {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final int MOST_LINES = 400;

    /** What stands for a rule broken; written in two halves, so that this file does not break them. */
    private static final List<Pattern> FORBIDDEN = List.of(
            Pattern.compile("@Suppress" + "Warnings"),
            Pattern.compile("@Dis" + "abled"),
            Pattern.compile("\\bTO" + "DO\\b|\\bFIX" + "ME\\b"),
            Pattern.compile("\\.printStack" + "Trace\\(\\)"),
            Pattern.compile("Thread\\.sl" + "eep\\("));

    private static final Pattern CATCHES_EVERYTHING =
            Pattern.compile("catch \\((final )?(Exception|Throwable) \\w+\\)");

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public (?:(?:final|abstract|sealed|non-sealed) )*(?:class|record|interface|enum|@interface) (\\w+)",
            Pattern.MULTILINE);

    private static final Pattern TEST_ROOMS = Pattern.compile("org\\.xudai\\.(development|testing|journey)\\b");

    @Test
    void nothingIsSwitchedOffLeftForLaterOrWaitedForBlindly() {
        List<String> found = new ArrayList<>();
        sources(MAIN, TEST).forEach((file, text) -> FORBIDDEN.stream()
                .map(rule -> rule.matcher(text))
                .filter(Matcher::find)
                .forEach(hit -> found.add(file + ": " + hit.group())));
        assertThat(found).isEmpty();
    }

    @Test
    void nobodyCatchesWhatHeCannotName() {
        assertThat(sources(MAIN)).hasSizeGreaterThan(200).allSatisfy((file, text) -> assertThat(
                        CATCHES_EVERYTHING.matcher(text).find())
                .as(file.toString())
                .isFalse());
    }

    @Test
    void noFileIsTooLongToRead() {
        assertThat(sources(MAIN, TEST))
                .allSatisfy((file, text) ->
                        assertThat(text.lines()).as(file.toString()).hasSizeLessThanOrEqualTo(MOST_LINES));
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        List<String> silent = new ArrayList<>();
        int seen = 0;
        for (Map.Entry<Path, String> source : sources(MAIN).entrySet()) {
            Matcher type = PUBLIC_TYPE.matcher(source.getValue());
            while (type.find()) {
                seen++;
                if (!documented(source.getValue().substring(0, type.start()))) {
                    silent.add(type.group(1));
                }
            }
        }
        assertThat(seen).isGreaterThan(100);
        assertThat(silent).isEmpty();
    }

    @Test
    void theProductNamesNoRoomOfTheTests() {
        Map<Path, String> resources = new TreeMap<>();
        read(RESOURCES, ".yaml", resources);
        read(RESOURCES, ".json", resources);
        read(RESOURCES, ".factories", resources);
        assertThat(resources).hasSizeGreaterThan(5);
        resources.putAll(sources(MAIN));
        assertThat(resources)
                .allSatisfy((file, text) -> assertThat(TEST_ROOMS.matcher(text).find())
                        .as(file.toString())
                        .isFalse());
    }

    /** Whether between the imports and a type stands Javadoc. */
    private static boolean documented(String before) {
        int end = before.lastIndexOf("*/");
        return end >= 0
                && before.lastIndexOf("/**") >= 0
                && !before.substring(end).contains("import ");
    }

    private static Map<Path, String> sources(Path... roots) {
        Map<Path, String> texts = new TreeMap<>();
        for (Path root : roots) {
            read(root, ".java", texts);
        }
        assertThat(texts).isNotEmpty();
        return texts;
    }

    private static void read(Path root, String ending, Map<Path, String> into) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                into.put(file, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

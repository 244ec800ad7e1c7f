package org.xudai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both languages say the same, say it everywhere, and say nothing that nobody reads. */
class MessageBundleTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\s*(\\w+)");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH_WORDS = Pattern.compile("[A-Za-z]{3,} [A-Za-z]{2,} [A-Za-z]{2,}");

    /** English sentences that name the words a Chinese file has to hold, and the names of languages. */
    private static final Pattern NAMES_CHINESE = Pattern.compile("problem\\.(classification|size|role|manager)-unknown"
            + "|desk\\.staff\\.employee-number-hint|\\w+\\.language\\.zh-CN");

    private static Set<String> bundles() {
        return Bundles.names();
    }

    @Test
    void thereAreBundlesAndTheProductReadsEachOfThem() {
        String settings = Bundles.read(Path.of("src/main/resources/application.yaml"));
        assertThat(Bundles.names()).hasSizeGreaterThan(10).allSatisfy(name -> assertThat(settings)
                .containsPattern("messages/" + name + "\\b"));
        assertThat(Bundles.all()).hasSizeGreaterThan(700);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameSentences(String bundle) {
        assertThat(Bundles.english(bundle).keySet())
                .isNotEmpty()
                .isEqualTo(Bundles.chinese(bundle).keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesFillInTheSameThings(String bundle) {
        Map<String, String> english = Bundles.english(bundle);
        Map<String, String> differing = Bundles.chinese(bundle);
        differing.entrySet().removeIf(sentence -> placeholders(sentence.getValue())
                .equals(placeholders(english.getOrDefault(sentence.getKey(), ""))));
        assertThat(differing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everySentenceIsInItsLanguage(String bundle) {
        Map<String, String> chinese = Bundles.chinese(bundle);
        chinese.values().removeIf(sentence -> !ENGLISH_WORDS.matcher(sentence).find());
        assertThat(chinese).isEmpty();
        Map<String, String> english = Bundles.english(bundle);
        english.keySet().removeIf(key -> NAMES_CHINESE.matcher(key).matches());
        english.values().removeIf(sentence -> !CHINESE.matcher(sentence).find());
        assertThat(english).isEmpty();
    }

    /** A straight apostrophe is eaten where a sentence has arguments and stays where it has none: ’ is right in both. */
    @ParameterizedTest
    @MethodSource("bundles")
    void everySentenceIsReadAsItIsWritten(String bundle) {
        for (Map<String, String> sentences : List.of(Bundles.chinese(bundle), Bundles.english(bundle))) {
            sentences.values().removeIf(MessageBundleTests::isReadAsWritten);
            assertThat(sentences).isEmpty();
        }
    }

    @Test
    void noSentenceIsWrittenTwice() {
        for (String ending : List.of("", "_en")) {
            List<String> keys = Bundles.names().stream()
                    .flatMap(name ->
                            Bundles.writtenKeys(Bundles.MESSAGES.resolve(name + ending + ".properties")).stream())
                    .toList();
            assertThat(keys).hasSizeGreaterThan(700).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyCodeThatMayBeShownHasItsSentences() {
        Set<String> expected = MessageFamilies.expected();
        assertThat(expected).hasSizeGreaterThan(400);
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(Bundles.all().keySet());
        assertThat(missing).isEmpty();
    }

    @Test
    void everySentenceIsUsed() {
        SpokenWords spoken = new SpokenWords();
        Set<String> unused = new TreeSet<>(Bundles.all().keySet());
        unused.removeIf(spoken::has);
        assertThat(unused).isEmpty();
        assertThat(spoken.has("portal.nobody-says-this")).isFalse();
    }

    private static boolean isReadAsWritten(String sentence) {
        Set<String> names = placeholders(sentence);
        if (sentence.contains("'")) {
            return false;
        }
        if (names.stream().allMatch(name -> name.matches("\\d+"))) {
            Object[] values = Stream.generate(() -> 7).limit(10).toArray();
            return !new MessageFormat(sentence, Locale.ROOT).format(values).contains("{");
        }
        return names.stream().allMatch(name -> name.matches("[a-z][A-Za-z]*"));
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map((MatchResult hit) -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package org.xudai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.junit.jupiter.api.Test;

/** What people read stands in the bundles, never in templates, scripts, styles or code. */
class TemplateTextTests {

    /** Written in its own language on purpose: who cannot read the page has to find his language. */
    private static final Set<String> LANGUAGES = Set.of("中文", "English");

    private static final Pattern LETTERS = Pattern.compile("[\\p{IsHan}A-Za-z]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Attributes that people see or hear. */
    private static final Set<String> SEEN =
            Set.of("title", "alt", "placeholder", "aria-label", "aria-description", "label", "summary");

    /** Keys of the keyboard. */
    private static final Pattern KEY = Pattern.compile("[a-z]");

    private static final Pattern SEEN_IN_ATTR =
            Pattern.compile("(?:aria-label|title|alt|placeholder)=('[^']*'|\\|[^|]*\\|)");

    /** Attributes of the engine that put text on the page. */
    private static final Set<String> WRITTEN = Set.of(
            "th:text",
            "th:utext",
            "th:title",
            "th:alt",
            "th:placeholder",
            "th:label",
            "th:aria-label",
            "th:data-label");

    /** Attributes of the engine that put something else in place of what an element holds. */
    private static final Set<String> FILLED = Set.of("th:text", "th:utext", "th:replace", "th:insert");

    private static final Pattern MESSAGE = Pattern.compile("#\\{\\s*([A-Za-z][\\w.-]*)\\s*[(}]");
    private static final Pattern MESSAGE_OF_CODE = Pattern.compile("#\\{\\s*'([A-Za-z][\\w.-]*\\.)'\\s*\\+");
    private static final Pattern EXPRESSION = Pattern.compile("[#$@~]\\{[^{}]*\\}");
    private static final Pattern COMPARED = Pattern.compile("[=!]= *'[^']*'");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\\|([^|]*)\\|");

    /** Chinese that is no sentence to a reader: where it stands and why. */
    private static final Map<String, String> CHINESE_IN_CODE = Map.ofEntries(
            Map.entry("api/EntryExamples.java", "examples of what Chinese callers write"),
            Map.entry("kernel/Money.java", "amounts in capitals are written so in any language"),
            Map.entry("loanbook/LoanColumn.java", "columns of the bank's loan file"),
            Map.entry("loanbook/PartyColumn.java", "columns of the bank's party file"),
            Map.entry("loanbook/PartyFileReader.java", "values of the bank's party file"),
            Map.entry("loanbook/RowReader.java", "values of the bank's loan file"),
            Map.entry("loanbook/FirmSize.java", "values of the bank's loan file"),
            Map.entry("loanbook/LoanBookSettings.java", "names of products in the bank's loan file"),
            Map.entry("evidence/EvidenceOffice.java", "the note inside the box, for an auditor of any year"),
            Map.entry("forms/AnswerRules.java", "signs that people type in amounts"),
            Map.entry("portal/FilledForms.java", "signs that people type in amounts"),
            Map.entry("renewal/FormValues.java", "the date of a Chinese form"),
            Map.entry("renewal/CaseMessages.java", "the pattern of a Chinese date"),
            Map.entry("web/Words.java", "the pattern of a Chinese date"),
            Map.entry("web/WebSettings.java", "the bank's name, a setting"),
            Map.entry("renewal/RenewalSettings.java", "the bank's name, a setting"),
            Map.entry("notices/NoticeSettings.java", "the bank's sign, a setting"));

    /** Keys that templates name, whole. */
    static Set<String> keys() {
        return named(MESSAGE);
    }

    @Test
    void noTemplateHoldsText() {
        List<String> found = new ArrayList<>();
        int[] seen = new int[1];
        Bundles.templates().forEach((file, text) -> {
            Reader reader = new Reader(file);
            reader.read(text);
            found.addAll(reader.found);
            seen[0] += reader.elements;
        });
        assertThat(seen[0]).isGreaterThan(500);
        assertThat(found).isEmpty();
    }

    @Test
    void everySentenceThatATemplateNamesIsThere() {
        assertThat(keys()).hasSizeGreaterThan(250).isSubsetOf(Bundles.all().keySet());
    }

    @Test
    void everyBeginningThatATemplateNamesHasSentences() {
        Set<String> all = Bundles.all().keySet();
        assertThat(named(MESSAGE_OF_CODE).stream()
                        .filter(prefix -> all.stream().noneMatch(key -> key.startsWith(prefix))))
                .isEmpty();
        assertThat(named(MESSAGE_OF_CODE)).hasSizeGreaterThan(15);
    }

    @Test
    void noScriptOrStyleHoldsText() {
        Path assets = Path.of("src/main/resources/static/assets");
        Map<Path, String> texts = new TreeMap<>(Bundles.texts(assets, ".js"));
        Pattern shown = Pattern.compile("(?:textContent|innerHTML|innerText|alert|confirm)\\s*(?:=|\\()\\s*'([^']*)'");
        assertThat(texts).isNotEmpty().allSatisfy((file, text) -> assertThat(
                        shown.matcher(text).results().filter(hit -> LETTERS.matcher(hit.group(1))
                                .find()))
                .as(file.toString())
                .isEmpty());
        texts.putAll(Bundles.texts(assets, ".css"));
        assertThat(texts).hasSizeGreaterThan(5).allSatisfy((file, text) -> assertThat(
                        HAN.matcher(text.replaceAll("(?s)/\\*.*?\\*/", "")).find())
                .as(file.toString())
                .isFalse());
    }

    @Test
    void noCodeHoldsSentences() {
        Set<String> chinese = new TreeSet<>();
        Pattern literal = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'[^'\\\\]'");
        Bundles.sources().forEach((file, text) -> {
            if (literal.matcher(text).results().anyMatch(hit -> HAN.matcher(hit.group())
                    .find())) {
                chinese.add(Path.of("org/xudai").relativize(file).toString());
            }
        });
        assertThat(chinese).containsExactlyInAnyOrderElementsOf(CHINESE_IN_CODE.keySet());
    }

    private static Set<String> named(Pattern pattern) {
        Set<String> names = new TreeSet<>();
        Bundles.templates().values().forEach(text -> pattern.matcher(text)
                .results()
                .map((MatchResult hit) -> hit.group(1))
                .forEach(names::add));
        return names;
    }

    /** Reads a template and notes what would be shown as it is written. */
    private static final class Reader extends AbstractSimpleMarkupHandler {

        private final Path file;
        private final List<String> found = new ArrayList<>();
        private final Deque<Boolean> filled = new ArrayDeque<>();
        private int elements;

        Reader(Path file) {
            this.file = file;
        }

        void read(String text) {
            try {
                new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(new StringReader(text), this);
            } catch (ParseException e) {
                throw new AssertionError(file + " is no template", e);
            }
        }

        @Override
        public void handleOpenElement(String name, Map<String, String> attributes, int line, int col) {
            look(name, attributes, line);
            boolean replaced = attributes != null && FILLED.stream().anyMatch(attributes::containsKey);
            filled.push(replaced || Boolean.TRUE.equals(filled.peek()));
        }

        @Override
        public void handleCloseElement(String name, int line, int col) {
            filled.pop();
        }

        @Override
        public void handleAutoOpenElement(String name, Map<String, String> attributes, int line, int col) {
            handleOpenElement(name, attributes, line, col);
        }

        @Override
        public void handleAutoCloseElement(String name, int line, int col) {
            handleCloseElement(name, line, col);
        }

        @Override
        public void handleStandaloneElement(
                String name, Map<String, String> attributes, boolean minimized, int line, int col) {
            look(name, attributes, line);
        }

        @Override
        public void handleText(char[] buffer, int offset, int len, int line, int col) {
            String text = new String(buffer, offset, len).strip();
            if (!Boolean.TRUE.equals(filled.peek())
                    && LETTERS.matcher(text).find()
                    && !LANGUAGES.contains(text)
                    && !KEY.matcher(text).matches()) {
                found.add(file + ":" + line + " " + text);
            }
        }

        private void look(String element, Map<String, String> attributes, int line) {
            elements++;
            if (attributes == null) {
                return;
            }
            attributes.forEach((name, value) -> {
                boolean written = WRITTEN.contains(name)
                        && LETTERS.matcher(literals(value)).find();
                boolean seen = (SEEN.contains(name) || isButton(element, name, attributes))
                        && LETTERS.matcher(value).find();
                boolean attached = name.equals("th:attr")
                        && SEEN_IN_ATTR.matcher(value).results().anyMatch(hit -> LETTERS.matcher(literals(hit.group(1)))
                                .find());
                boolean argument =
                        name.equals("th:replace") && HAN.matcher(value).find();
                if (written || seen || attached || argument) {
                    found.add(file + ":" + line + " " + name + "=" + value);
                }
            });
        }

        private static boolean isButton(String element, String attribute, Map<String, String> attributes) {
            return attribute.equals("value")
                    && element.equals("input")
                    && Set.of("submit", "button", "reset").contains(attributes.getOrDefault("type", "text"));
        }

        /** What an expression writes as it stands: its quoted parts, expressions left out. */
        private static String literals(String expression) {
            String bare = expression;
            Matcher inner = EXPRESSION.matcher(bare);
            while (inner.find()) {
                bare = inner.replaceAll("");
                inner = EXPRESSION.matcher(bare);
            }
            StringBuilder text = new StringBuilder();
            QUOTED.matcher(COMPARED.matcher(bare).replaceAll(""))
                    .results()
                    .forEach(hit -> text.append(hit.group(1) == null ? hit.group(2) : hit.group(1)));
            return text.toString();
        }
    }
}

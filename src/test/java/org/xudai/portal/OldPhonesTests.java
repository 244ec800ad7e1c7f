package org.xudai.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the borrower's pages load holds in Chromium 80, the oldest WebView they are promised for. A newer word in a
 * script stops all of it, a newer selector drops its whole rule. What merely looks plainer there
 * ({@code accent-color}, {@code text-underline-offset}) is allowed.
 */
class OldPhonesTests {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^\\s*//.*$");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");

    /** What came later, with the version it came in. */
    private static final Map<String, Integer> LATER_IN_SCRIPTS = Map.ofEntries(
            Map.entry("\\?\\?=|\\|\\|=|&&=", 85),
            Map.entry("\\.replaceAll\\(", 85),
            Map.entry("Promise\\.any|AggregateError|WeakRef", 85),
            Map.entry("\\.at\\(", 92),
            Map.entry("randomUUID", 92),
            Map.entry("Object\\.hasOwn\\b", 93),
            Map.entry("\\bstatic\\s*\\{", 94),
            Map.entry("\\.findLast(Index)?\\(", 97),
            Map.entry("structuredClone", 98),
            Map.entry("AbortSignal\\.(timeout|any)", 103),
            Map.entry("\\.(toSorted|toReversed|toSpliced|with)\\(", 110),
            Map.entry("Object\\.groupBy|Promise\\.withResolvers", 117),
            Map.entry("\\.(replaceChildren|showPopover|checkVisibility)\\(", 86),
            Map.entry("this\\.#\\w+\\(|(?m)^\\s*(await|import|export)\\b", 84));

    private static final Map<String, Integer> LATER_IN_STYLES = Map.ofEntries(
            Map.entry(":(is|where)\\(", 88),
            Map.entry(":has\\(", 105),
            Map.entry(":not\\([^()]*,", 88),
            Map.entry("(?<!:not\\():focus-visible|:user-(in)?valid|:modal|::backdrop", 86),
            Map.entry("@(layer|container|property|scope|starting-style)\\b", 85),
            Map.entry("\\binset(-[a-z]+)*\\s*:", 87),
            Map.entry("\\b(margin|padding)-(inline|block)\\s*:", 87),
            Map.entry("\\baspect-ratio\\s*:", 88),
            Map.entry("\\d(d|s|l)v[hw]\\b", 108),
            Map.entry("color-mix\\(|light-dark\\(|\\boklch\\(", 111),
            Map.entry("\\boverflow(-[xy])?\\s*:\\s*clip", 90),
            Map.entry(":\\s*(revert|revert-layer)\\s*;", 84),
            Map.entry("@media[^{]*[<>]=?", 104),
            Map.entry("\\{[^{}]*&", 112));

    @Test
    void theScriptUsesNothingNewer() throws IOException {
        String script = LINE_COMMENT
                .matcher(COMMENT.matcher(asset("portal.js")).replaceAll(""))
                .replaceAll("");

        assertThat(script).contains("XMLHttpRequest");
        assertThat(newer(script, LATER_IN_SCRIPTS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens.css", "base.css", "portal.css"})
    void theStylesUseNothingNewer(String name) throws IOException {
        String styles = COMMENT.matcher(asset(name)).replaceAll("");

        assertThat(newer(styles, LATER_IN_STYLES)).isEmpty();
        Map<String, String> rules = rules(styles);
        assertThat(rules).hasSizeGreaterThan(5);
        // a gap between flex items came in 84; between cells of a grid it is also known by its older name
        assertThat(rules).allSatisfy((selector, body) -> {
            if (Pattern.compile("(?<!-)\\bgap\\s*:").matcher(body).find()) {
                assertThat(body).as(selector).contains("grid-gap:");
            }
            if (body.contains("grid-gap:")) {
                assertThat(body).as(selector).doesNotContain("flex;");
            }
        });
    }

    private static List<String> newer(String text, Map<String, Integer> later) {
        List<String> found = new ArrayList<>();
        later.forEach((pattern, version) -> {
            Matcher matcher = Pattern.compile(pattern).matcher(text);
            while (matcher.find()) {
                found.add(matcher.group() + " came in Chromium " + version);
            }
        });
        return found;
    }

    private static Map<String, String> rules(String styles) {
        Map<String, String> rules = new LinkedHashMap<>();
        Matcher matcher = RULE.matcher(styles);
        while (matcher.find()) {
            rules.merge(matcher.group(1).strip(), matcher.group(2), String::concat);
        }
        return rules;
    }

    private static String asset(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(OldPhonesTests.class.getResourceAsStream("/static/assets/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

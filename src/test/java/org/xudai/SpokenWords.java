package org.xudai;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which keys the product asks for: whole ones, and ones put together from a beginning and a code. */
final class SpokenWords {

    private static final Pattern BEGINNING = Pattern.compile("[\\w-]+\\.(?:[\\w-]+\\.)*");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z]\\w+\\b|\\b\\d\\b");
    private static final Pattern ENDING =
            Pattern.compile("\\.(title|detail|text|do|borrower|officer|sms|subject|mail)$");

    private final Set<String> keys = new HashSet<>(MessageFamilies.expected());
    private final Set<String> codes = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();

    SpokenWords() {
        keys.addAll(TemplateTextTests.keys());
        Set<String> quoted = new HashSet<>(Bundles.literals());
        Bundles.templates()
                .values()
                .forEach(text -> QUOTED.matcher(text).results().forEach(hit -> quoted.add(hit.group(1))));
        quoted.forEach(word -> (BEGINNING.matcher(word).matches() ? beginnings : codes).add(word));
        keys.addAll(codes);
        codes.addAll(MessageFamilies.materials());
        Bundles.sources()
                .values()
                .forEach(text -> CONSTANT.matcher(text).results().forEach(hit -> codes.add(hit.group())));
    }

    /** Whether somebody says the sentence of a key. */
    boolean has(String key) {
        return keys.contains(key)
                || isPutTogether(key)
                || isPutTogether(ENDING.matcher(key).replaceFirst(""));
    }

    private boolean isPutTogether(String key) {
        return beginnings.stream()
                .filter(key::startsWith)
                .map(beginning -> key.substring(beginning.length()))
                .anyMatch(code -> codes.contains(code)
                        || Stream.of(code.split("\\.")).allMatch(codes::contains)
                        || isPutTogether(code));
    }
}

package org.xudai.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What follows the name of a command.
 *
 * @param plain words that do not begin with {@code --}
 * @param options options of the command itself, as {@code --name} or {@code --name=value}
 * @param settings settings as a node takes them, {@code --name=value}
 * @param unknown the rest: nobody knows what it means
 */
public record Words(List<String> plain, List<String> options, List<String> settings, List<String> unknown) {

    private static final String MARK = "--";

    /**
     * Reads words.
     *
     * @param names names of the command's options, without the two hyphens
     */
    public static Words read(List<String> words, Set<String> names) {
        Words read = new Words(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String word : words) {
            if (!word.startsWith(MARK)) {
                read.plain.add(word);
            } else if (names.contains(name(word))) {
                read.options.add(word);
            } else if (word.contains("=") && name(word).contains(".")) {
                read.settings.add(word);
            } else {
                read.unknown.add(word);
            }
        }
        return read;
    }

    /** All that is no setting, as it was written. */
    public List<String> notSettings() {
        return Stream.of(plain, options, unknown).flatMap(List::stream).toList();
    }

    /** Whether an option is there. */
    public boolean has(String option) {
        return options.stream().anyMatch(word -> name(word).equals(option));
    }

    /** The values of an option that may be given several times. */
    public List<String> values(String option) {
        return options.stream()
                .filter(word -> word.startsWith(MARK + option + "="))
                .map(word -> word.substring(word.indexOf('=') + 1))
                .toList();
    }

    /** The value of a setting, where it is among the words. */
    public Optional<String> setting(String name) {
        return settings.stream()
                .filter(word -> word.startsWith(MARK + name + "="))
                .map(word -> word.substring(word.indexOf('=') + 1))
                .findFirst();
    }

    private static String name(String word) {
        int equals = word.indexOf('=');
        return word.substring(MARK.length(), equals < 0 ? word.length() : equals);
    }
}

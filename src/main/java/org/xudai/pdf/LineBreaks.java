package org.xudai.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks a text into lines: Latin words and numbers stay whole where they can, closing punctuation never begins a line
 * and an opening bracket never ends one.
 */
final class LineBreaks {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9.,%/@_-]+|.", Pattern.DOTALL);
    private static final String CLOSING = "，。；：、）》】”’！？％…,.;:)!?";
    private static final String OPENING = "（《【“‘(";

    private final ToDoubleFunction<String> measure;
    private final double width;

    /**
     * Lines of a width.
     *
     * @param measure width of a text, in the unit of the width
     */
    LineBreaks(ToDoubleFunction<String> measure, double width) {
        this.measure = measure;
        this.width = width;
    }

    List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            lines.addAll(ofParagraph(paragraph));
        }
        return lines;
    }

    private List<String> ofParagraph(String paragraph) {
        List<String> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        double used = 0;
        for (String word : words(paragraph)) {
            double wide = measure.applyAsDouble(word);
            if (!line.isEmpty() && used + wide > width) {
                List<String> carried = carry(line, word);
                lines.add(String.join("", line));
                line = carried;
                used = measure.applyAsDouble(String.join("", carried));
            }
            line.add(word);
            used += wide;
        }
        lines.add(String.join("", line));
        return lines;
    }

    /** Takes from the end of a full line what must stand on the next one with the word. */
    private static List<String> carry(List<String> line, String word) {
        List<String> carried = new ArrayList<>();
        String next = word;
        while (line.size() > 1 && (CLOSING.contains(next) || OPENING.contains(line.get(line.size() - 1)))) {
            next = line.remove(line.size() - 1);
            carried.add(0, next);
        }
        return carried;
    }

    /** Words; one that is wider than the line goes letter by letter. */
    private List<String> words(String paragraph) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(paragraph);
        while (matcher.find()) {
            String word = matcher.group();
            if (measure.applyAsDouble(word) > width) {
                word.codePoints().mapToObj(Character::toString).forEach(words::add);
            } else {
                words.add(word);
            }
        }
        return words;
    }
}

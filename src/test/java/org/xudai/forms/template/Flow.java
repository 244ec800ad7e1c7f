package org.xudai.forms.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks text with fields into lines: closing punctuation never begins a line and no opening bracket ends one. */
final class Flow {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9.,%/-]+|.", Pattern.DOTALL);
    private static final String CLOSING = "，。；：、）》”’！？％";
    private static final String OPENING = "（《“‘";
    private static final float SLOT_GAP = 2;

    private final Typeface type;
    private final float size;

    Flow(Typeface type, float size) {
        this.type = type;
        this.size = size;
    }

    /** What stands on a line and where; text or a field. */
    record Item(String text, Block.Part.Slot slot, float x, float width) {
        boolean isText() {
            return slot.field().isEmpty();
        }
    }

    /** A line; between its letters is added space so that it ends flush. */
    record Line(List<Item> items, float spacing) {}

    private static final Block.Part.Slot NO_SLOT = new Block.Part.Slot("", 0);

    List<Line> lines(List<Block.Part> parts, float width, float hanging) {
        List<List<Item>> lines = new ArrayList<>();
        List<Item> line = new ArrayList<>();
        float room = width;
        float used = 0;
        for (Item word : words(parts)) {
            boolean hangs = word.isText() && CLOSING.contains(word.text());
            if (!line.isEmpty() && used + word.width() > room + (hangs ? size : 0)) {
                Item last = line.get(line.size() - 1);
                boolean carry = last.isText() && OPENING.contains(last.text()) && line.size() > 1;
                if (carry) {
                    line.remove(line.size() - 1);
                }
                lines.add(line);
                line = new ArrayList<>();
                used = 0;
                room = width - hanging;
                if (carry) {
                    line.add(last);
                    used = last.width();
                }
            }
            line.add(word);
            used += word.width();
        }
        lines.add(line);
        List<Line> set = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            set.add(set(lines.get(i), i == 0 ? width : width - hanging, i == lines.size() - 1));
        }
        return set;
    }

    private Line set(List<Item> words, float width, boolean last) {
        float used = 0;
        int letters = 0;
        for (Item word : words) {
            used += word.width();
            letters += word.text().codePointCount(0, word.text().length());
        }
        float slack = width - used;
        float spacing = !last && slack > -size && slack < 2 * size && letters > 8 ? slack / (letters - 1) : 0;
        if (spacing < 0) {
            spacing = 0;
        }
        List<Item> items = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        float start = 0;
        float x = 0;
        for (Item word : words) {
            if (word.isText()) {
                run.append(word.text());
                x += word.width()
                        + spacing * word.text().codePointCount(0, word.text().length());
            } else {
                add(items, run, start, x);
                items.add(new Item("", word.slot(), x + SLOT_GAP, word.width() - 2 * SLOT_GAP));
                x += word.width();
                start = x;
            }
        }
        add(items, run, start, x);
        return new Line(items, spacing);
    }

    private static void add(List<Item> items, StringBuilder run, float start, float end) {
        if (run.length() > 0) {
            items.add(new Item(run.toString(), NO_SLOT, start, end - start));
            run.setLength(0);
        }
    }

    private List<Item> words(List<Block.Part> parts) {
        List<Item> words = new ArrayList<>();
        for (Block.Part part : parts) {
            if (part instanceof Block.Part.Slot slot) {
                words.add(new Item("", slot, 0, slot.width() + 2 * SLOT_GAP));
            } else if (part instanceof Block.Part.Text text) {
                Matcher matcher = WORD.matcher(text.text());
                while (matcher.find()) {
                    words.add(new Item(matcher.group(), NO_SLOT, 0, type.width(matcher.group(), size)));
                }
            }
        }
        return words;
    }
}

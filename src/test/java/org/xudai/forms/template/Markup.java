package org.xudai.forms.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the source text of a form: {@code # heading}, {@code > note}, {@code * warning}, {@code | cell | cell}, {@code ! head | head},
 * {@code %setting values}, {@code @marks key=value; …}, else a paragraph. {@code {field:width}} is a field,
 * {@code [SIGNATURE name; key=value]} a box for a mark. Lines that start with {@code //} are left out.
 */
final class Markup {

    private static final Pattern PART =
            Pattern.compile("\\{(\\w+)(?::(\\d+))?}|\\[(SIGNATURE|DATE) ([\\w-]+)((?:; ?[\\w-]+=[^;\\]]*)*)]");

    private Markup() {}

    static List<Block> read(String source) {
        return source.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("//"))
                .map(Markup::block)
                .toList();
    }

    private static Block block(String line) {
        String rest = line.substring(1).strip();
        return switch (line.charAt(0)) {
            case '#' -> new Block.Heading(rest);
            case '>' -> new Block.Paragraph(parts(rest), Block.Style.NOTE);
            case '*' -> new Block.Paragraph(parts(rest), Block.Style.WARNING);
            case '|' -> new Block.Row(cells(rest), false);
            case '!' -> new Block.Row(cells(rest), true);
            case '%' -> {
                List<String> words = List.of(rest.split("\\s+", -1));
                yield new Block.Setting(words.get(0), words.subList(1, words.size()));
            }
            case '@' -> new Block.Marks(settings(rest.substring("marks".length())));
            default -> new Block.Paragraph(parts(line), Block.Style.PLAIN);
        };
    }

    private static List<List<Block.Part>> cells(String row) {
        List<List<Block.Part>> cells = new ArrayList<>();
        for (String cell : row.split("\\|", -1)) {
            cells.add(parts(cell.strip()));
        }
        return cells;
    }

    private static List<Block.Part> parts(String text) {
        List<Block.Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                parts.add(new Block.Part.Text(text.substring(from, matcher.start())));
            }
            if (matcher.group(1) != null) {
                String width = matcher.group(2);
                parts.add(new Block.Part.Slot(matcher.group(1), width == null ? 0 : Float.parseFloat(width)));
            } else {
                parts.add(new Block.Part.MarkBox(matcher.group(3), matcher.group(4), settings(matcher.group(5))));
            }
            from = matcher.end();
        }
        if (from < text.length()) {
            parts.add(new Block.Part.Text(text.substring(from)));
        }
        return parts;
    }

    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : text.split(";", -1)) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                settings.put(
                        setting.substring(0, equals).strip(),
                        setting.substring(equals + 1).strip());
            }
        }
        return settings;
    }
}

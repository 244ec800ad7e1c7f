package org.xudai.forms.template;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** Draws rows of a table; a cell holds a label, a field, a line of both, or a box for a mark. */
final class Table {

    private static final float LETTERS = 9.5f;
    private static final float LEADING = 13;
    private static final float PADDING = 5;
    private static final float INSET = 2.5f;
    private static final float LINE = 0.45f;
    private static final float SHADE = 0.955f;
    private static final float INK = 0.08f;

    private final Press press;
    private List<Float> columns = List.of(90f, 150.94f, 90f, 150.94f);
    private float height = 22;

    Table(Press press) {
        this.press = press;
    }

    void columns(List<Float> widths) {
        float given = widths.stream().reduce(0f, Float::sum);
        float room = Press.RIGHT - Press.LEFT;
        columns = widths.stream().map(width -> width * room / given).toList();
    }

    void height(float newHeight) {
        height = newHeight;
    }

    /** Draws a row where the press stands; gives its height. */
    float row(Block.Row row) throws IOException {
        float x = Press.LEFT;
        if (row.cells().size() != columns.size()) {
            throw new IllegalStateException("a row has " + row.cells().size() + " cells, not " + columns.size());
        }
        press.sheet().begin(StandardStructureTypes.P);
        for (int i = 0; i < columns.size(); i++) {
            cell(row.cells().get(i), x, columns.get(i), row.head());
            x += columns.get(i);
        }
        press.sheet().end();
        return height;
    }

    private void cell(List<Block.Part> parts, float x, float width, boolean head) throws IOException {
        Sheet sheet = press.sheet();
        float top = press.y();
        boolean label = !parts.isEmpty() && parts.stream().allMatch(Block.Part.Text.class::isInstance);
        if (label && !given(parts)) {
            sheet.shade(x, top, width, height, SHADE);
        }
        sheet.frame(x, top, width, height, LINE, false);
        if (parts.size() == 1 && parts.get(0) instanceof Block.Part.Slot slot && slot.width() == 0) {
            press.slot(slot.field(), x + INSET, top + INSET, width - 2 * INSET, height - 2 * INSET, 10.5f);
        } else if (parts.size() == 1 && parts.get(0) instanceof Block.Part.MarkBox box) {
            press.boxes()
                    .add(
                            sheet.number(),
                            box.name(),
                            box.kind(),
                            x + INSET,
                            top + INSET,
                            width - 2 * INSET,
                            height - 2 * INSET,
                            box.settings());
        } else if (!parts.isEmpty()) {
            Typeface type = press.face(head);
            List<Block.Part> shown =
                    given(parts) ? List.of(new Block.Part.Text(text(parts).substring(1))) : parts;
            List<Flow.Line> lines = new Flow(type, LETTERS).lines(shown, width - 2 * PADDING, 0);
            float baseline = top + (height - lines.size() * LEADING) / 2 + LEADING - 3.2f;
            for (Flow.Line line : lines) {
                press.draw(line, type, LETTERS, x + PADDING, baseline, INK);
                baseline += LEADING;
            }
        }
    }

    /** A cell that begins with {@code =} holds a printed value, not a label. */
    private static boolean given(List<Block.Part> parts) {
        return text(parts).startsWith("=");
    }

    private static String text(List<Block.Part> parts) {
        return !parts.isEmpty() && parts.get(0) instanceof Block.Part.Text text ? text.text() : "";
    }
}

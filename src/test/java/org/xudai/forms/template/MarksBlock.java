package org.xudai.forms.template;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * Who signs, and boxes for a signature, a date and one or two seals. A seal box has 47 mm, and values stay 5 mm away from
 * it: they stand in the left column only.
 */
final class MarksBlock {

    private static final float SEAL = 47 * Press.MM;
    private static final float SIGN_WIDTH = 168;
    private static final float DATE_WIDTH = 108;
    private static final float MARK_HEIGHT = 50;
    private static final float GAP = 12;
    private static final float INSET = 2;
    private static final float SOFT = 0.35f;

    private final Press press;
    private final Sheet sheet;
    private final Block.Marks marks;

    MarksBlock(Press press, Block.Marks marks) {
        this.press = press;
        this.sheet = press.sheet();
        this.marks = marks;
    }

    /** Draws the block where the press stands; gives its height. */
    float draw() throws IOException {
        String who = marks.get("who");
        float y = press.y() + 4;
        sheet.begin(StandardStructureTypes.P);
        text(marks.get("label"), true, 10.5f, Press.LEFT, y + 10.5f, 0.08f);
        if (!marks.get("name").isEmpty()) {
            float labelled = press.face(true).width(marks.get("label"), 10.5f);
            press.slot(marks.get("name"), Press.LEFT + labelled + 4, y - 1, 300 - labelled, 16, 10.5f);
        }
        if (!marks.get("sign").isEmpty()) {
            text(marks.get("sign"), false, 9.5f, Press.LEFT, y + 32, 0.08f);
            text("日期（年、月、日）", false, 9.5f, Press.LEFT + SIGN_WIDTH + GAP, y + 32, 0.08f);
            Map<String, String> signature = new HashMap<>(marks.settings());
            signature.remove("optionalFor"); // a shop owner is spared the seal alone
            box(who + "-signature", "SIGNATURE", Press.LEFT, y + 38, SIGN_WIDTH, MARK_HEIGHT, signature);
            Map<String, String> date = new HashMap<>(signature);
            date.remove("accepts");
            box(who + "-date", "DATE", Press.LEFT + SIGN_WIDTH + GAP, y + 38, DATE_WIDTH, MARK_HEIGHT, date);
            notes(Press.LEFT, y + 38 + MARK_HEIGHT + 12, SIGN_WIDTH + GAP + DATE_WIDTH);
        }
        float low = y + 38 + MARK_HEIGHT + 18;
        float right = Press.RIGHT - SEAL;
        for (String seal : List.of("seal", "seal2")) {
            if (!marks.get(seal).isEmpty()) {
                Map<String, String> settings = new HashMap<>();
                settings.put("accepts", "COMPANY_SEAL");
                settings.put("required", marks.get(seal + "Required").isEmpty() ? "yes" : "no");
                if (!marks.get("optionalFor").isEmpty()) {
                    settings.put("optionalFor", marks.get("optionalFor"));
                }
                sheet.frame(right, y, SEAL, SEAL, 0.62f, true);
                press.boxes()
                        .add(
                                sheet.number(),
                                who + ("seal".equals(seal) ? "-seal" : "-seal-2"),
                                "SEAL",
                                right + INSET / 4,
                                y + INSET / 4,
                                SEAL - INSET / 2,
                                SEAL - INSET / 2,
                                settings);
                text(marks.get(seal), false, 8.5f, right, y + SEAL + 11, SOFT);
                low = Math.max(low, y + SEAL + 18);
                right -= SEAL + 20;
            }
        }
        sheet.end();
        return low - press.y();
    }

    private void notes(float x, float baseline, float width) throws IOException {
        Flow flow = new Flow(press.face(false), 8.5f);
        float line = baseline;
        if (marks.get("note").isEmpty()) {
            return;
        }
        for (Flow.Line set : flow.lines(List.of(new Block.Part.Text(marks.get("note"))), width, 0)) {
            press.draw(set, press.face(false), 8.5f, x, line, SOFT);
            line += 12;
        }
    }

    private void box(
            String name, String kind, float x, float top, float width, float height, Map<String, String> settings)
            throws IOException {
        sheet.frame(x, top, width, height, 0.45f, false);
        press.boxes()
                .add(
                        sheet.number(),
                        name,
                        kind,
                        x + INSET,
                        top + INSET,
                        width - 2 * INSET,
                        height - 2 * INSET,
                        settings);
    }

    private void text(String text, boolean heavy, float size, float x, float baseline, float grey) throws IOException {
        sheet.text(text, press.face(heavy), size, x, baseline, 0, grey);
    }
}

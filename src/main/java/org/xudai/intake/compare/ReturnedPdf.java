package org.xudai.intake.compare;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xudai.forms.FormBox;

/**
 * A PDF that came back as a file, held against the one that was issued. That it begins with the issued bytes proves nothing:
 * what an incremental update (ISO 32000-1, 7.5.6) appends may lay other values over them.
 *
 * @param altered printed values that look or read differently
 * @param filled what was typed into open fields since it was issued, by name of field
 */
public record ReturnedPdf(List<FormBox> altered, Map<String, String> filled) {

    /** Least difference of two levels, and how many pixels of a box have to have it. */
    private static final int DIFFERENT = 70;

    private static final int FEWEST = 12;

    /**
     * A page of both files as it looks.
     *
     * @param issued as it was issued
     * @param received rendering of the received one, of about the same size
     */
    public record Page(IssuedPage issued, BufferedImage received) {}

    /**
     * Compares.
     *
     * @param pages the pages of both
     * @param issued values of the issued file's fields
     * @param received values of the received file's fields; a field that is gone has none
     */
    public static ReturnedPdf of(List<Page> pages, Map<String, String> issued, Map<String, String> received) {
        List<FormBox> altered = new ArrayList<>();
        Map<String, String> filled = new LinkedHashMap<>();
        for (Page page : pages) {
            Grey before = Pixels.of(page.issued().rendering()).grey(1);
            Grey now = Pixels.of(page.received()).grey(1);
            for (FormBox box : page.issued().layout().boxes()) {
                String was = issued.getOrDefault(box.name(), "");
                String is = received.getOrDefault(box.name(), "");
                if (box.kind() == FormBox.Kind.VALUE && (!was.equals(is) || differs(before, now, box))) {
                    altered.add(box);
                } else if (box.kind() == FormBox.Kind.TEXT && !was.equals(is)) {
                    filled.put(box.name(), is);
                }
            }
        }
        return new ReturnedPdf(List.copyOf(altered), filled);
    }

    private static boolean differs(Grey before, Grey now, FormBox box) {
        if (Math.abs(before.width() - now.width()) > 2 || Math.abs(before.height() - now.height()) > 2) {
            return true;
        }
        Window window =
                Window.about(box, 0, 0, Math.min(before.width(), now.width()), Math.min(before.height(), now.height()));
        int different = 0;
        for (int y = window.top(); y < window.top() + window.height(); y++) {
            for (int x = window.left(); x < window.left() + window.width(); x++) {
                int was = before.levels()[y * before.width() + x] & 0xff;
                int is = now.levels()[y * now.width() + x] & 0xff;
                different += Math.abs(was - is) >= DIFFERENT ? 1 : 0;
            }
        }
        return different >= FEWEST;
    }
}

package org.xudai.forms.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field of a sample form with its width on the page. */
record FieldSpec(
        String name,
        String type,
        String zh,
        String en,
        @Nullable String binding,
        boolean editable,
        boolean required,
        int step,
        int maxLength,
        float width,
        float height,
        @Nullable String hintZh,
        @Nullable String hintEn,
        List<Map<String, Object>> choices) {

    static FieldSpec value(String name, String binding, float width, String zh, String en) {
        return new FieldSpec(name, "TEXT", zh, en, binding, false, false, 0, 200, width, 15, null, null, List.of());
    }

    static FieldSpec input(String name, String type, float width, int step, int maxLength, String zh, String en) {
        return new FieldSpec(name, type, zh, en, null, true, false, step, maxLength, width, 15, null, null, List.of());
    }

    FieldSpec bound(String newBinding) {
        return new FieldSpec(
                name,
                type,
                zh,
                en,
                newBinding,
                editable,
                required,
                step,
                maxLength,
                width,
                height,
                hintZh,
                hintEn,
                choices);
    }

    FieldSpec must() {
        return new FieldSpec(
                name, type, zh, en, binding, editable, true, step, maxLength, width, height, hintZh, hintEn, choices);
    }

    FieldSpec tall(float newHeight) {
        return new FieldSpec(
                name, type, zh, en, binding, editable, required, step, maxLength, width, newHeight, hintZh, hintEn,
                choices);
    }

    FieldSpec hint(String chinese, String english) {
        return new FieldSpec(
                name, type, zh, en, binding, editable, required, step, maxLength, width, height, chinese, english,
                choices);
    }

    FieldSpec choice(String choice, String chinese, String english) {
        List<Map<String, Object>> all = new java.util.ArrayList<>(choices);
        all.add(Map.of("value", choice, "labels", Map.of("zh-CN", chinese, "en", english)));
        return new FieldSpec(
                name, type, zh, en, binding, editable, required, step, maxLength, width, height, hintZh, hintEn, all);
    }
}

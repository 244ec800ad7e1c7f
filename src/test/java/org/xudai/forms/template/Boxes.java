package org.xudai.forms.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The boxes for marks and page codes, as they go into the descriptor. */
final class Boxes {

    private final ArrayNode boxes = new ObjectMapper().createArrayNode();

    /**
     * Adds a box.
     *
     * @param settings {@code accepts}, {@code required}, {@code requiredWith} and {@code optionalFor} where they apply
     */
    void add(
            int page,
            String name,
            String kind,
            float x,
            float top,
            float width,
            float height,
            Map<String, String> settings) {
        ObjectNode box = boxes.addObject();
        box.put("page", page);
        box.put("name", name);
        box.put("kind", kind);
        box.put("x", round(x));
        box.put("y", round(top));
        box.put("width", round(width));
        box.put("height", round(height));
        list(box, "accepts", settings.getOrDefault("accepts", ""));
        box.put("required", !"no".equals(settings.getOrDefault("required", "yes")));
        if (settings.containsKey("requiredWith")) {
            box.put("requiredWith", settings.get("requiredWith"));
        }
        if (settings.containsKey("optionalFor")) {
            list(box, "optionalFor", settings.getOrDefault("optionalFor", ""));
        }
    }

    ArrayNode json() {
        return boxes;
    }

    private static void list(ObjectNode box, String name, String words) {
        ArrayNode list = box.putArray(name);
        for (String word : words.split(",", -1)) {
            if (!word.isBlank()) {
                list.add(word.strip());
            }
        }
    }

    private static double round(float value) {
        return Math.round(value * 100) / 100.0;
    }
}

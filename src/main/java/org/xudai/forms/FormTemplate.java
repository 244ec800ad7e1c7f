package org.xudai.forms;

import java.util.List;
import java.util.Map;

/**
 * A form as the bank keeps it: an AcroForm PDF with its descriptor.
 *
 * @param code code of the material it belongs to
 * @param number number in page codes, 1 to 99
 * @param titles title by language tag
 * @param fields its fields, in tab order
 * @param steps titles of the steps of the screen form, by language tag, in order
 * @param pages how many pages
 */
public record FormTemplate(
        String code,
        int number,
        Map<String, String> titles,
        List<FormField> fields,
        List<Map<String, String>> steps,
        int pages) {}

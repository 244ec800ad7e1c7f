package org.xudai.api;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * Examples of what callers write and read. Names, ID numbers, phones and addresses of people have none: an example is
 * copied, and soon looks like somebody.
 */
final class EntryExamples {

    private static final Map<String, Object> BY_NAME = Map.ofEntries(
            Map.entry("loanNumber", "JT20260118"),
            Map.entry("caseNumber", "XD2026-0000017"),
            Map.entry("role", "GUARANTOR"),
            Map.entry("actsForSigner", false),
            Map.entry("accept", true),
            Map.entry("outcome", "AGREE"),
            Map.entry("comment", "经营正常，同意续贷"),
            Map.entry("material", "id-card"),
            Map.entry("reason", "ILLEGIBLE"),
            Map.entry("text", "请在亮处重拍"),
            Map.entry("amount", 280000),
            Map.entry("termMonths", 12),
            Map.entry("conditions", "追加保证人"),
            Map.entry("business", "茶叶种植与销售"),
            Map.entry("use", "采购秋茶"),
            Map.entry("repaymentSource", "茶叶销售收入"),
            Map.entry("number", "HT-2027-0118"),
            Map.entry("at", "2026-11-23T15:04:05+08:00"),
            Map.entry("state", "SIGNED"),
            Map.entry("sheets", List.of("3f0c0e3c-7c39-4a0e-9f43-0d3f6a1f9a10")),
            Map.entry("discard", "NO_MATERIAL"),
            Map.entry("employeeNumber", "M02011"),
            Map.entry("branch", "35070201"),
            Map.entry("allBranches", false),
            Map.entry("enabled", true),
            Map.entry("roles", List.of("RELATIONSHIP_MANAGER")),
            Map.entry("coveredBy", "35010201"));

    private EntryExamples() {}

    /** Adds an example to each property whose name says enough and that has no type of its own. */
    static void fill(Schema<?> schema) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties().forEach((name, property) -> {
            Object example = BY_NAME.get(name);
            boolean plain =
                    property.get$ref() == null && property.getEnum() == null && property.getProperties() == null;
            if (example != null && plain && property.getExample() == null) {
                property.setExample(example);
            }
        });
    }
}

package org.xudai.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank puts a form of its own in the place of a sample. */
class OwnFormsTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void itsOwnFormTakesTheSamplesPlaceAndTheOthersStay() throws Exception {
        put("authorization-letter", descriptor -> descriptor.putObject("titles").put("zh-CN", "本行授权书"));

        try (FormFixture fixture = new FormFixture(directory.resolve("keys"), directory)) {
            assertThat(fixture.forms()
                            .template("authorization-letter")
                            .orElseThrow()
                            .titles())
                    .isEqualTo(Map.of("zh-CN", "本行授权书"));
            assertThat(fixture.forms().templates()).hasSize(6);
        }
    }

    @Test
    void itMayHaveMoreForms() throws Exception {
        copy("authorization-letter", "tax-consent", descriptor -> descriptor.put("number", 7));

        try (FormFixture fixture = new FormFixture(directory.resolve("keys"), directory)) {
            assertThat(fixture.forms().template("tax-consent").orElseThrow().number())
                    .isEqualTo(7);
        }
    }

    @Test
    void twoFormsCannotShareANumber() throws Exception {
        copy("authorization-letter", "tax-consent", descriptor -> {});

        assertRefused("same number");
    }

    @Test
    void everythingWrongWithItIsSaidAtTheStart() throws Exception {
        put("authorization-letter", descriptor -> {
            descriptor.withArray("fields").addObject().put("name", "nowhere");
            descriptor.withArray("boxes").forEach(box -> {
                if (box.get("kind").asText().equals("SEAL")) {
                    ((ObjectNode) box).put("width", 60);
                }
            });
        });

        assertRefused("nowhere is described and not in the PDF");
        assertRefused("signer-seal is smaller than 46 mm");
    }

    @Test
    void aSealTooNearToAValueIsRefused() throws Exception {
        put("authorization-letter", descriptor -> descriptor.withArray("boxes").forEach(box -> {
            if (box.get("kind").asText().equals("SEAL")) {
                ((ObjectNode) box).put("y", 120);
            }
        }));

        assertRefused("nearer than 5 mm to box signer-seal");
    }

    @Test
    void aDescriptionThatLacksAPartIsRefusedByTheNameOfThatPart() throws Exception {
        put("authorization-letter", descriptor -> descriptor.remove("boxes"));
        assertRefused("boxes");

        put(
                "authorization-letter",
                descriptor -> ((ObjectNode) descriptor.withArray("boxes").get(0)).remove("kind"));
        assertRefused("kind of a box");

        put("authorization-letter", descriptor -> descriptor.withArray("fields").addObject());
        assertRefused("name of a field");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> new FormFixture(directory.resolve("keys"), directory))
                .rootCause()
                .hasMessageContaining(reason);
    }

    private void put(String code, Consumer<ObjectNode> change) throws Exception {
        copy(code, code, change);
    }

    private void copy(String from, String to, Consumer<ObjectNode> change) throws Exception {
        Path target = Files.createDirectories(directory.resolve(to));
        Files.write(target.resolve("form.pdf"), resource(from, "form.pdf"));
        ObjectNode descriptor = (ObjectNode) JSON.readTree(resource(from, "form.json"));
        change.accept(descriptor);
        Files.writeString(target.resolve("form.json"), JSON.writeValueAsString(descriptor));
    }

    private static byte[] resource(String code, String name) throws Exception {
        try (InputStream in = OwnFormsTests.class.getResourceAsStream("/forms/" + code + "/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}

package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xudai.forms.PaperForm;
import org.xudai.intake.FileInspector.Previews;
import org.xudai.intake.check.ComparedPage;
import org.xudai.intake.studio.Studio;

/** A worker reads a code, the node says what page it names, and the worker compares: it never has a key or a database. */
class InspectionTalkTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PAGE_OF_CODE = 4;

    private final PaperForm form = new Studio().form("application", 1);
    private final List<String> asked = new ArrayList<>();
    private final List<Integer> straight = new ArrayList<>();

    @Test
    void thePageThatACodeNamesIsComparedWithThePhoto() throws Exception {
        InspectedFile file = inspected(PaperPhoto.ofMessenger().of(page(1)), this::sheet);

        assertThat(asked).hasSize(1);
        assertThat(straight).containsExactly(1);
        ComparedPage compared = file.compared().get(0);
        assertThat(compared.found()).isTrue();
        assertThat(compared.code()).isEqualTo(asked.get(0));
        assertThat(compared.sharpness().dpi()).isBetween(95.0, 125.0);
        assertThat(compared.boxes()).hasSameSizeAs(form.boxes(1)).allMatch(box -> box.shown() > 0.99);
    }

    @Test
    void aPageOfSomebodyElseIsNotShownToTheWorker() throws Exception {
        InspectedFile file = inspected(PaperPhoto.ofMessenger().of(page(1)), code -> Optional.empty());

        assertThat(asked).hasSize(1);
        assertThat(file.pages().get(0)).hasSize(1);
        assertThat(file.compared()).isEmpty();
        assertThat(straight).isEmpty();
    }

    private interface Shelf {
        Optional<IssuedSheet> named(String code);
    }

    private Optional<IssuedSheet> sheet(String code) {
        int page = Integer.parseInt(code.split("/", -1)[PAGE_OF_CODE]);
        return Optional.of(new IssuedSheet(
                "application", page, form.filled().layout().pages().get(page - 1)));
    }

    private BufferedImage page(int number) throws Exception {
        return UploadWorld.printed(form.filled().pdf()).get(number - 1);
    }

    private InspectedFile inspected(byte[] photo, Shelf shelf) throws Exception {
        IssuedSource issued = new IssuedSource() {

            @Override
            public Optional<IssuedSheet> named(String code) {
                asked.add(code);
                return shelf.named(code);
            }

            @Override
            public byte[] pdf(IssuedSheet sheet) {
                return form.filled().pdf();
            }
        };
        Previews previews = new Previews() {

            @Override
            public void page(int page, byte[] png) {
                assertThat(straight)
                        .as("the page is shown before it is compared")
                        .isEmpty();
            }

            @Override
            public void straight(int page, byte[] png) {
                straight.add(page);
            }
        };
        try (InspectionRoom room = new InspectionRoom(InspectionRoom.settings(PATIENCE))) {
            return room.inspect(photo, issued, previews);
        }
    }
}

package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Issued forms that come back as the file they were sent as. */
class DrawnPageTests {

    @Test
    void aCodeThatIsHardToFindIsFoundAllTheSame() throws IOException, URISyntaxException {
        Path form = Path.of(Objects.requireNonNull(DrawnPageTests.class.getResource("/papers/code-hard-to-find.pdf"))
                .toURI());

        InspectedFile file;
        try (InspectionRoom room = new InspectionRoom(InspectionRoom.settings(Duration.ofSeconds(20)))) {
            file = room.inspect(Files.readAllBytes(form));
        }

        assertThat(file.drawn()).isTrue();
        assertThat(file.pages()).hasSize(2).noneMatch(codes -> codes.isEmpty());
    }
}

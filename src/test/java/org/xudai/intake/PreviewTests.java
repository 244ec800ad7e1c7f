package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** A preview is passed on to browsers only where it is a picture of the size it may have. */
class PreviewTests {

    private static final int LONGEST = 1754;

    @Test
    void aPictureOfAPageIsOne() throws IOException {
        byte[] png = HostilePictures.written(HostilePictures.sheet(300, 400), "png");

        Preview preview = Preview.of(new Preview(7, png).bytes(), LONGEST).orElseThrow();

        assertThat(preview.page()).isEqualTo(7);
        assertThat(preview.png()).isEqualTo(png);
    }

    @Test
    void anythingElseIsNone() throws IOException {
        byte[] png = HostilePictures.written(HostilePictures.sheet(300, 400), "png");
        byte[] huge = png.clone();
        ByteBuffer.wrap(huge).putInt(16, 30_000);
        byte[] flat = png.clone();
        ByteBuffer.wrap(flat).putInt(20, 0);
        byte[] page = "<html><script>alert(1)</script></html>                 "
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(Preview.of(new byte[0], LONGEST)).isEmpty();
        assertThat(Preview.of(new Preview(1, page).bytes(), LONGEST)).isEmpty();
        assertThat(Preview.of(new Preview(1, huge).bytes(), LONGEST)).isEmpty();
        assertThat(Preview.of(new Preview(1, flat).bytes(), LONGEST)).isEmpty();
        assertThat(Preview.of(new Preview(1, HostilePictures.halfWithThumbnail()).bytes(), LONGEST))
                .isEmpty();
    }
}

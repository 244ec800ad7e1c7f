package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Papers as the camera of a phone gives them: twelve megapixels, one to four megabytes a page. */
public final class PhonePhotos {

    private static final PaperPhoto CAMERA = new PaperPhoto(3000, 4000, 0.05, 2, 0.55f);

    private PhonePhotos() {}

    /** One photo for each page of a form. */
    public static List<byte[]> ofForm(byte[] pdf) throws IOException {
        List<byte[]> photos = new ArrayList<>();
        for (BufferedImage page : UploadWorld.printed(pdf)) {
            photos.add(CAMERA.of(page));
        }
        return photos;
    }

    /** A photo of one of the papers of {@code src/test/resources/papers}. */
    public static byte[] ofPaper(String name) throws IOException {
        try (InputStream paper = Objects.requireNonNull(PhonePhotos.class.getResourceAsStream("/papers/" + name))) {
            return CAMERA.of(ImageIO.read(new ByteArrayInputStream(paper.readAllBytes())));
        }
    }
}

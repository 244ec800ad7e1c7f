package org.xudai.portal;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.StoredFile;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.FormPictures;
import org.xudai.forms.IssuedForm;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.SigningWay;
import org.xudai.renewal.Material;
import org.xudai.web.ProblemException;

/** Pages as pictures: of the form to sign and of what he sent; small ones, for a slow network. */
@Controller
class PicturesController {

    /** As long as an idle session lasts: his phone need not fetch a page again after each photo. */
    private static final Duration KEPT = Duration.ofMinutes(30);

    private static final int SMALL = 900;

    private final MyCase mine;
    private final Dossier dossier;
    private final FormLibrary forms;
    private final FormPictures pictures;

    PicturesController(MyCase mine, Dossier dossier, FormLibrary forms, FormPictures pictures) {
        this.mine = mine;
        this.dossier = dossier;
        this.forms = forms;
        this.pictures = pictures;
    }

    @GetMapping("/my/forms/{code}/{version:\\d{1,4}}/pages/{page:\\d{1,3}}.png")
    ResponseEntity<byte[]> form(@PathVariable String code, @PathVariable int version, @PathVariable int page)
            throws IOException {
        String own = mine.material(code).code().value();
        IssuedForm form = forms.issued(mine.number(), own, version)
                .filter(issued -> page >= 1 && page <= issued.pages())
                .orElseThrow(ProblemException::notFound);
        Optional<InputStream> drawn = dossier.preview(form.document(), page);
        if (drawn.isPresent()) {
            try (InputStream in = drawn.get()) {
                return picture(MediaType.IMAGE_PNG, in.readAllBytes());
            }
        }
        byte[] png = pictures.page(bytes(form), page);
        dossier.storePreview(form.document(), page, png);
        return picture(MediaType.IMAGE_PNG, png);
    }

    private byte[] bytes(IssuedForm form) throws IOException {
        var file = dossier.find(form.document()).orElseThrow().files().get(0);
        try (InputStream in = dossier.open(file, 0)) {
            return in.readAllBytes();
        }
    }

    @GetMapping("/my/documents/{id}/pages/{page:\\d{1,3}}.jpg")
    ResponseEntity<byte[]> small(@PathVariable String id, @PathVariable int page) throws IOException {
        try (InputStream in = preview(id, page)) {
            return picture(MediaType.IMAGE_JPEG, jpeg(ImageIO.read(in), SMALL));
        }
    }

    @GetMapping("/my/documents/{id}/pages/{page:\\d{1,3}}-large.jpg")
    ResponseEntity<byte[]> large(@PathVariable String id, @PathVariable int page) throws IOException {
        try (InputStream in = preview(id, page)) {
            return picture(MediaType.IMAGE_JPEG, jpeg(ImageIO.read(in), Integer.MAX_VALUE));
        }
    }

    /** His copy of what was signed on the screen. */
    @GetMapping(path = "/my/documents/{id}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> copy(@PathVariable String id) throws IOException {
        Document document = mine.materials().stream()
                .flatMap(material -> material.documents().stream())
                .map(Material.Received::document)
                .filter(found -> found.id().toString().equals(id))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        StoredFile file = document.files().get(0);
        if (document.way() != SigningWay.DRAWN_WITH_CODE) {
            throw ProblemException.notFound();
        }
        try (InputStream in = dossier.open(file, 0)) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(file.name(), StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .body(in.readAllBytes());
        }
    }

    private InputStream preview(String id, int page) throws IOException {
        DocumentId document = mine.materials().stream()
                .flatMap(material -> material.documents().stream())
                .map(Material.Received::id)
                .filter(found -> found.toString().equals(id))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        return dossier.preview(document, page).orElseThrow(ProblemException::notFound);
    }

    private static byte[] jpeg(BufferedImage picture, int longSide) throws IOException {
        double factor = Math.min(1, (double) longSide / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) (picture.getWidth() * factor));
        int height = Math.max(1, (int) (picture.getHeight() * factor));
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(plain, "jpg", out);
        return out.toByteArray();
    }

    private static ResponseEntity<byte[]> picture(MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .body(bytes);
    }
}

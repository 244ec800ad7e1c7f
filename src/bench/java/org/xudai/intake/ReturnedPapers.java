package org.xudai.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xudai.forms.PaperForm;
import org.xudai.intake.studio.Camera;
import org.xudai.intake.studio.Photo;
import org.xudai.intake.studio.Scene;
import org.xudai.intake.studio.Stamp;
import org.xudai.intake.studio.Studio;

/**
 * Signed and sealed pages photographed with a phone's twelve megapixels, plainly and under every condition in turn, with the
 * pages that were issued.
 */
public final class ReturnedPapers implements IssuedSource {

    private final Studio studio = new Studio();
    private final List<Photo> photos = new ArrayList<>();
    private final Map<String, PaperForm> issued = new HashMap<>();

    /** So many photos, from a seed on. */
    public ReturnedPapers(long seed, int count) {
        List<Camera> cameras = new ArrayList<>(List.of(Camera.phone()));
        for (Camera.Condition condition : Camera.Condition.values()) {
            cameras.add(Camera.phone().with(condition));
        }
        for (int i = 0; i < count; i++) {
            Scene scene = studio.page(seed + i);
            issued.put(scene.form().number().value(), scene.form());
            photos.add(
                    scene.signed().dated().sealed(Stamp.COMPANY_SEAL).photographed(cameras.get(i % cameras.size())));
        }
    }

    public List<Photo> photos() {
        return photos;
    }

    @Override
    public Optional<IssuedSheet> named(String code) {
        return studio.forms()
                .readPageCode(code)
                .flatMap(read -> Optional.ofNullable(issued.get(read.caseNumber().value()))
                        .map(form -> new IssuedSheet(
                                read.caseNumber().value(),
                                read.page(),
                                form.filled().layout().pages().get(read.page() - 1))));
    }

    @Override
    public byte[] pdf(IssuedSheet sheet) throws IOException {
        PaperForm form = issued.get(sheet.form());
        if (form == null) {
            throw new IOException("no such form was issued");
        }
        return form.filled().pdf();
    }
}

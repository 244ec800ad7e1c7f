package org.xudai.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.xudai.audit.Actor;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.Submission;
import org.xudai.forms.FilledForm;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.IssuedForm;
import org.xudai.forms.PaperForm;
import org.xudai.intake.Intake;
import org.xudai.intake.studio.Alteration;
import org.xudai.intake.studio.Camera;
import org.xudai.intake.studio.Scene;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;

/** A case in review whose credit authorisation came back on paper, signed, with a figure of its loan number overwritten. */
final class RedlineStage {

    /** How the page says what there is to look at. */
    static final String SAID = "印好的内容与发出的不一致";

    private static final MaterialCode FORM = new MaterialCode("credit-authorization");
    private static final String ALTERED = "loanNumber";
    private static final long SEED = 7;

    private final CaseWorld world;
    private final FormLibrary forms;
    private final Dossier dossier;
    private final Intake intake;

    RedlineStage(ApplicationContext context) {
        this.world = context.getBean(CaseWorld.class);
        this.forms = context.getBean(FormLibrary.class);
        this.dossier = context.getBean(Dossier.class);
        this.intake = context.getBean(Intake.class);
    }

    /** Address of the review's page. */
    String review() {
        LoanRows loan = LoanRows.eligible();
        CaseNumber number = world.collecting(loan);
        handIn(number, photographs(number, loan.number()));
        world.awaitVerdicts(number);
        world.handInEverything(number);
        world.submit(number);
        world.investigated(number);
        world.awaitState(number, CaseState.IN_REVIEW);
        return "/desk/tasks/" + world.task(number, HumanTaskKind.ReviewCase).id();
    }

    private List<byte[]> photographs(CaseNumber number, String loan) {
        IssuedForm issued = forms.current(number, FORM.value()).orElseThrow();
        PaperForm paper = new PaperForm(
                number,
                new FilledForm(issued.code(), issued.version(), issued.pages(), pdf(issued), issued.layout()),
                Map.of(ALTERED, loan, "signer", "陈茂生"));
        return IntStream.rangeClosed(1, issued.pages())
                .mapToObj(page -> photograph(paper, page))
                .toList();
    }

    private static byte[] photograph(PaperForm paper, int page) {
        Scene signed = Scene.of(paper, page, SEED + page).signed().dated();
        boolean has = paper.boxes(page).stream().anyMatch(box -> box.name().equals(ALTERED));
        Scene scene = has ? signed.altered(Alteration.OVERWRITTEN_DIGIT, ALTERED) : signed;
        return scene.photographed(Camera.messenger()).jpeg();
    }

    private byte[] pdf(IssuedForm issued) {
        var file = dossier.find(issued.document()).orElseThrow().files().get(0);
        try (InputStream in = dossier.open(file, 0)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handIn(CaseNumber number, List<byte[]> photographs) {
        try {
            intake.receive(
                    new Submission(number, FORM, Channel.COUNTER, Actor.staff(new StaffId("li.officer")), "本人", null),
                    photographs.stream()
                            .map(photo -> new Bytes("photo.jpg", () -> new ByteArrayInputStream(photo)))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

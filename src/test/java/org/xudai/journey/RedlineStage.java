package org.xudai.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.audit.Actor;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.Submission;
import org.xudai.forms.FormBox;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.IssuedForm;
import org.xudai.intake.Finding;
import org.xudai.intake.Intake;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.SignedPaper;

/** A case in review whose credit authorisation came back on paper, photographed, with something to look at in one box. */
final class RedlineStage {

    /** How the page begins to say what there is to look at. */
    static final String SAID = "有阴影或反光";

    private static final MaterialCode FORM = new MaterialCode("credit-authorization");

    private final CaseWorld world;
    private final FormLibrary forms;
    private final Dossier dossier;
    private final Intake intake;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RedlineStage(ApplicationContext context) {
        this.world = context.getBean(CaseWorld.class);
        this.forms = context.getBean(FormLibrary.class);
        this.dossier = context.getBean(Dossier.class);
        this.intake = context.getBean(Intake.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.json = context.getBean(ObjectMapper.class);
    }

    /** Address of the review's page. */
    String review() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        IssuedForm form = forms.current(number, FORM.value()).orElseThrow();
        Document back = handedIn(number, photographs(form));
        world.awaitVerdicts(number);
        world.handInEverything(number);
        look(back, 1, valueOn(form, 1));
        world.submit(number);
        world.investigated(number);
        world.awaitState(number, CaseState.IN_REVIEW);
        return "/desk/tasks/" + world.task(number, HumanTaskKind.ReviewCase).id();
    }

    private List<byte[]> photographs(IssuedForm form) {
        var file = dossier.find(form.document()).orElseThrow().files().get(0);
        try (InputStream in = dossier.open(file, 0)) {
            return new SignedPaper("陈茂生", "", "2026年11月23日").photographs(in.readAllBytes(), form.layout());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document handedIn(CaseNumber number, List<byte[]> photographs) {
        try {
            return intake.receive(
                    new Submission(number, FORM, Channel.COUNTER, Actor.staff(new StaffId("li.officer")), "本人", null),
                    photographs.stream()
                            .map(photo -> new Bytes("photo.jpg", () -> new ByteArrayInputStream(photo)))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FormBox valueOn(IssuedForm form, int page) {
        return form.layout().pages().get(page - 1).boxes().stream()
                .filter(box -> box.kind() == FormBox.Kind.VALUE)
                .findFirst()
                .orElseThrow();
    }

    private void look(Document document, int page, FormBox box) {
        Finding finding = new Finding(
                "SHADOW",
                Finding.Level.ASK,
                page,
                new Finding.Box(box.x(), box.y(), box.width(), box.height()),
                null,
                Map.of("page", Integer.toString(page), "file", Integer.toString(page)));
        try {
            jdbc.sql("insert into finding values (?, 100, ?, ?, ?, ?::jsonb)")
                    .params(
                            document.id().value(),
                            finding.code(),
                            finding.level().name(),
                            page,
                            json.writeValueAsString(finding))
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

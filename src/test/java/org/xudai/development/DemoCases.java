package org.xudai.development;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.Submission;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.IssuedForm;
import org.xudai.intake.Intake;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.Party;
import org.xudai.loanbook.PartyRole;
import org.xudai.renewal.CaseParty;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Material;
import org.xudai.renewal.Renewals;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.SignedPaper;

/** Three demo cases: one waits for the borrower, one for its investigation, one for its review. */
class DemoCases {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final List<String> LOANS = List.of("JJ2025000234", "JJ2025000007", "JJ2025000213");

    private final Renewals renewals;
    private final FormLibrary forms;
    private final Dossier dossier;
    private final Intake intake;
    private final StaffDirectory staff;
    private final BusinessCalendar calendar;
    private final CaseWorld world;
    private final Environment environment;

    DemoCases(
            Renewals renewals,
            FormLibrary forms,
            Dossier dossier,
            Intake intake,
            StaffDirectory staff,
            BusinessCalendar calendar,
            CaseWorld world,
            Environment environment) {
        this.renewals = renewals;
        this.forms = forms;
        this.dossier = dossier;
        this.intake = intake;
        this.staff = staff;
        this.calendar = calendar;
        this.world = world;
        this.environment = environment;
    }

    /** Opens the cases at once; their papers arrive while the application already serves. */
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        if (!environment.getProperty("xudai.demo", Boolean.class, true)) {
            return;
        }
        List<CaseNumber> cases = LOANS.stream().map(this::opened).toList();
        Thread papers = new Thread(() -> handOn(cases), "demo-cases");
        papers.setDaemon(true);
        papers.start();
    }

    private CaseNumber opened(String loan) {
        StaffMember lead = staff.find(new StaffId("li.officer")).orElseThrow();
        Renewals.Opening opening = renewals.open(new LoanNumber(loan), List.of(), lead);
        if (opening instanceof Renewals.Opening.Opened opened) {
            return opened.renewal().number();
        }
        throw new IllegalStateException("demo case of " + loan + ": " + opening);
    }

    private void handOn(List<CaseNumber> cases) {
        world.awaitState(cases.get(0), CaseState.COLLECTING);
        submitted(cases.get(1));
        submitted(cases.get(2));
        world.investigated(cases.get(2));
        world.awaitState(cases.get(2), CaseState.IN_REVIEW);
        world.awaitState(cases.get(1), CaseState.IN_INVESTIGATION);
        world.task(cases.get(1), HumanTaskKind.InvestigateCase);
        LOG.info("demo cases {} stand at the borrower, the investigation and the review", cases);
    }

    private void submitted(CaseNumber number) {
        world.awaitState(number, CaseState.COLLECTING);
        for (Material material : renewals.checklist(number)) {
            Optional<IssuedForm> form = forms.current(number, material.code().value());
            intake(number, material, form.map(this::signed).orElseGet(() -> photo(material)));
        }
        world.awaitVerdicts(number);
        world.submit(number);
    }

    private void intake(CaseNumber number, Material material, List<Bytes> files) {
        try {
            intake.receive(
                    new Submission(
                            number,
                            material.code(),
                            Channel.WECHAT,
                            Actor.staff(new StaffId("li.officer")),
                            "经办人",
                            calendar.now()),
                    files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Bytes> signed(IssuedForm form) {
        String signer = renewals.parties(form.caseNumber()).stream()
                .map(CaseParty::party)
                .filter(party -> party.is(PartyRole.SIGNER))
                .map(Party::name)
                .findFirst()
                .orElse("");
        String firm = renewals.find(form.caseNumber()).orElseThrow().firm();
        Document issued = dossier.find(form.document()).orElseThrow();
        SignedPaper pen = new SignedPaper(signer, firm, calendar.today().format(DATE));
        try (InputStream in = dossier.open(issued.files().get(0), 0)) {
            List<Bytes> photos = new ArrayList<>();
            for (byte[] page : pen.photographs(in.readAllBytes(), form.layout())) {
                photos.add(new Bytes(
                        "IMG_" + form.code() + "_" + (photos.size() + 1) + ".jpg",
                        () -> new ByteArrayInputStream(page)));
            }
            return photos;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Bytes> photo(Material material) {
        String name =
                switch (material.code().value()) {
                    case "business-licence" -> "business-licence.jpg";
                    case "financials" -> "statements.jpg";
                    default -> "id-card.jpg";
                };
        return List.of(
                new Bytes(name, () -> Objects.requireNonNull(DemoCases.class.getResourceAsStream("/papers/" + name))));
    }
}

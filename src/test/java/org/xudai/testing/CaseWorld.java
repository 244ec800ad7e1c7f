package org.xudai.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Submission;
import org.xudai.intake.Intake;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.LoanImports;
import org.xudai.loanbook.NewParty;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.CorrectionRequest;
import org.xudai.renewal.Deadlines;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Material;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.renewal.Terms;
import org.xudai.review.Decision;
import org.xudai.review.Opinion;
import org.xudai.review.PartialOpinion;
import org.xudai.review.TaskRefusal;
import org.xudai.review.WorkItem;
import org.xudai.review.Worklist;

/** What tests do to cases, in the words of the business. */
@TestComponent
public class CaseWorld {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LoanImports imports;
    private final Renewals renewals;
    private final Worklist worklist;
    private final Intake intake;
    private final StaffDirectory staff;
    private final ManagementService jobs;
    private final RuntimeService processes;
    private final Clock clock;

    CaseWorld(
            LoanImports imports,
            Renewals renewals,
            Worklist worklist,
            Intake intake,
            StaffDirectory staff,
            ManagementService jobs,
            RuntimeService processes,
            Clock clock) {
        this.imports = imports;
        this.renewals = renewals;
        this.worklist = worklist;
        this.intake = intake;
        this.staff = staff;
        this.jobs = jobs;
        this.processes = processes;
        this.clock = clock;
    }

    public StaffMember staff(String id) {
        return staff.find(new StaffId(id)).orElseThrow();
    }

    /** Imports a loan as {@code sun.officer}; the same loan again changes it. */
    public void imported(LoanRows row) {
        try {
            var report = imports.importLoans(
                    new ByteArrayInputStream((LoanRows.HEADER + row.line()).getBytes(StandardCharsets.UTF_8)),
                    "loans.csv",
                    staff("sun.officer"));
            assertThat(report.rejected()).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports a loan and opens its renewal as {@code li.officer}. */
    public CaseNumber opened(LoanRows row, NewParty... parties) {
        return opened(row, "li.officer", List.of(parties));
    }

    private CaseNumber opened(LoanRows row, String officer, List<NewParty> parties) {
        imported(row);
        Renewals.Opening opening = renewals.open(row.loan(), parties, staff(officer));
        assertThat(opening).isInstanceOf(Renewals.Opening.Opened.class);
        return ((Renewals.Opening.Opened) opening).renewal().number();
    }

    /** A case that waits for its materials. */
    public CaseNumber collecting(LoanRows row, NewParty... parties) {
        CaseNumber number = opened(row, parties);
        awaitState(number, CaseState.COLLECTING);
        return number;
    }

    /** As {@link #collecting}, of the branch in Fuzhou, for which people in Wuyishan may do nothing. */
    public CaseNumber collectingInFuzhou(LoanRows row) {
        CaseNumber number = opened(row.atBranch("35010201"), "chen.officer", List.of());
        awaitState(number, CaseState.COLLECTING);
        return number;
    }

    /** A case whose materials were submitted. */
    public CaseNumber submitted(LoanRows row, NewParty... parties) {
        CaseNumber number = collecting(row, parties);
        handInEverything(number);
        submit(number);
        return number;
    }

    /** A case that waits for review. */
    public CaseNumber inReview(LoanRows row) {
        CaseNumber number = submitted(row);
        investigated(number);
        awaitState(number, CaseState.IN_REVIEW);
        return number;
    }

    /** A case that waits for its first approval. */
    public CaseNumber inApproval(LoanRows row) {
        CaseNumber number = inReview(row);
        decide(number, HumanTaskKind.ReviewCase, "wang.reviewer", "AGREE");
        awaitState(number, CaseState.IN_APPROVAL);
        return number;
    }

    public RenewalCase read(CaseNumber number) {
        return renewals.find(number).orElseThrow();
    }

    /** The planned moments of a case. */
    public Deadlines deadlines(CaseNumber number) {
        return Objects.requireNonNull(read(number).deadlines());
    }

    public void awaitState(CaseNumber number, CaseState state) {
        await("case " + number + " comes to " + state)
                .atMost(PATIENCE)
                .until(() -> read(number).state() == state);
    }

    /** Hands in a picture for every material still without a document, and waits for the verdicts. */
    public void handInEverything(CaseNumber number) {
        for (Material material : renewals.checklist(number)) {
            boolean there = material.documents().stream()
                    .anyMatch(received -> received.document().state() == DocumentState.ACCEPTED
                            || received.document().state() == DocumentState.UNDECIDED);
            if (!there) {
                handIn(number, material.code());
            }
        }
        awaitVerdicts(number);
    }

    public void awaitVerdicts(CaseNumber number) {
        await("every document has its verdict").atMost(PATIENCE).until(() -> renewals.checklist(number).stream()
                .flatMap(material -> material.documents().stream())
                .noneMatch(received -> received.document().state() == DocumentState.RECEIVED
                        || received.document().state() == DocumentState.INSPECTING));
    }

    /** Hands in a picture at the counter, by the lead. */
    public Document handIn(CaseNumber number, MaterialCode material) {
        try {
            return intake.receive(
                    new Submission(
                            number, material, Channel.COUNTER, Actor.staff(new StaffId("li.officer")), "本人", null),
                    List.of(new Bytes("photo.jpg", CaseWorld::paper)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void submit(CaseNumber number) {
        assertThat(renewals.submit(number, Actor.system("test"))).isInstanceOf(Renewals.Submitting.Submitted.class);
    }

    /** The lead agrees, with a credit query for each subject. */
    public void investigated(CaseNumber number) {
        List<Opinion.CreditQuery> queries = new ArrayList<>();
        renewals.creditSubjects(number)
                .forEach(subject ->
                        queries.add(new Opinion.CreditQuery(subject.subject(), "ZX-1", clock.instant(), "CLEAR")));
        WorkItem task = task(number, HumanTaskKind.InvestigateCase);
        Optional<TaskRefusal> refusal = worklist.complete(
                task.id(),
                new Decision("AGREE", "同意", List.of(), null, new PartialOpinion(null, null, null, null, null, queries)),
                staff("li.officer"));
        assertThat(refusal).isEmpty();
    }

    public void decide(CaseNumber number, HumanTaskKind kind, String who, String outcome) {
        assertThat(tryTo(number, kind, who, new Decision(outcome, "", List.of(), null, null)))
                .isEmpty();
    }

    public void approveOther(CaseNumber number, String who, Terms terms) {
        assertThat(tryTo(number, HumanTaskKind.ApproveCase, who, new Decision("APPROVE", "", List.of(), terms, null)))
                .isEmpty();
    }

    public void correct(CaseNumber number, HumanTaskKind kind, String who, String... materials) {
        List<CorrectionRequest> corrections = new ArrayList<>();
        for (String material : materials) {
            corrections.add(new CorrectionRequest(new MaterialCode(material), "ILLEGIBLE", ""));
        }
        assertThat(tryTo(number, kind, who, new Decision("CORRECT", "", corrections, null, null)))
                .isEmpty();
    }

    /** Decides a task and gives the refusal, if there is one. */
    public Optional<TaskRefusal> tryTo(CaseNumber number, HumanTaskKind kind, String who, Decision decision) {
        return worklist.complete(task(number, kind).id(), decision, staff(who));
    }

    /** Moves the clock on, so that another one-time code may be asked for. */
    public void passAMinute() {
        pass(Duration.ofSeconds(61));
    }

    /** Moves the clock forward by so much. */
    public void pass(Duration time) {
        ((MovableClock) clock).advance(time);
    }

    public Worklist worklist() {
        return worklist;
    }

    /** The open task of a kind, once it is there. */
    public WorkItem task(CaseNumber number, HumanTaskKind kind) {
        return Objects.requireNonNull(await("task " + kind + " of " + number)
                .atMost(PATIENCE)
                .until(() -> openTask(number, kind).orElse(null), Objects::nonNull));
    }

    public Optional<WorkItem> openTask(CaseNumber number, HumanTaskKind kind) {
        return worklist.ofCase(number).stream()
                .filter(item -> item.kind() == kind)
                .findFirst();
    }

    /** Lets a timer of the diagram fire now. */
    public void fire(CaseNumber number, String timer) {
        String instance = instance(number);
        await("what was under way has ended")
                .atMost(PATIENCE)
                .until(() -> jobs.createJobQuery()
                                .processInstanceId(instance)
                                .messages()
                                .withRetriesLeft()
                                .count()
                        == 0);
        jobs.executeJob(timer(number, timer).getId());
    }

    /** A timer of the diagram, once it waits. */
    public Job timer(CaseNumber number, String timer) {
        String instance = instance(number);
        return Objects.requireNonNull(await("timer " + timer + " of " + number)
                .atMost(PATIENCE)
                .until(
                        () ->
                                jobs
                                        .createJobQuery()
                                        .processInstanceId(instance)
                                        .activityId(timer)
                                        .timers()
                                        .list()
                                        .stream()
                                        .findFirst()
                                        .orElse(null),
                        Objects::nonNull));
    }

    /** Id of the case's process in the engine. */
    public String instance(CaseNumber number) {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionKey("LoanRenewalProcess")
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getId();
    }

    /** As a messenger sends it: hundreds of cases hand it in, and looking for codes costs by the pixel. */
    private static InputStream paper() {
        return Objects.requireNonNull(CaseWorld.class.getResourceAsStream("/papers/small-photo.jpg"));
    }
}

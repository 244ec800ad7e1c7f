package org.xudai.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.audit.Actor;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.Submission;
import org.xudai.forms.FormField;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.IssuedForm;
import org.xudai.intake.Intake;
import org.xudai.intake.PhonePhotos;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Material;
import org.xudai.renewal.Renewals;
import org.xudai.review.WorkQuery;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.EmbeddedDatabase;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/**
 * The same renewals (opened, forms filled, photos of a phone handed in, submitted, three decisions, renewed) by Xudai and by
 * {@link PlainPeer}, one after the other in one run, on one PostgreSQL, among as many other open cases. Both are called
 * without HTTP. Ours also inspects each photo, draws previews, encrypts, seals an evidence box: the figures say what of its
 * time that is.
 *
 * <p>{@code -Dbench.cases} (16), {@code -Dbench.backlog} open cases around them (10,000), {@code -Dbench.lists} pages of the
 * worklist (40).
 */
@RunningXudai
@Tag("bench")
class PlainPeerBench {

    private static final int CASES = Load.size("cases", 16);
    private static final int BACKLOG = Load.size("backlog", 10_000);
    private static final int LISTS = Load.size("lists", 40);
    private static final int LANES = 4;
    private static final String BRANCH = "35070201";
    private static final List<String> BRANCHES = List.of("35070201", "35070202", "35010201", "35010202", "35020301");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Map<String, String> PAPERS = Map.of(
            "id-card", "id-card.jpg", "business-licence", "business-licence.jpg", "financials", "statements.jpg");

    @Autowired
    CaseWorld world;

    @Autowired
    Renewals renewals;

    @Autowired
    FormLibrary forms;

    @Autowired
    Dossier dossier;

    @Autowired
    Intake intake;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService models;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    private final Figures figures = new Figures("plain-peer");
    private final Map<CaseNumber, Map<String, List<Path>>> photos = new HashMap<>();
    private final List<LoanRows> rows = new ArrayList<>();

    @Test
    void renewalsHereAgainstThePlainWay() throws Exception {
        CaseNumber sample = world.inReview(LoanRows.eligible());
        figures.note("cases", CASES).note("otherOpenCases", BACKLOG);
        ourBacklog(sample);
        double ours = ours();
        double peers;
        try (PlainPeer peer = new PlainPeer(EmbeddedDatabase.freshUrl(), filling(sample))) {
            peers = peers(peer);
        }
        figures.note("throughputOfOursToPeer", peers / ours).write();
    }

    private double ours() throws Exception {
        for (int i = 0; i < CASES; i++) {
            LoanRows row = LoanRows.eligible();
            world.imported(row);
            rows.add(row);
        }
        double bytes = databaseBytes(jdbc);
        List<CaseNumber> cases = new ArrayList<>();
        var officer = world.staff("li.officer");
        double open = Load.seconds(
                LANES,
                rows,
                row -> {
                    var opened = (Renewals.Opening.Opened) renewals.open(row.loan(), List.of(), officer);
                    synchronized (cases) {
                        cases.add(opened.renewal().number());
                    }
                },
                () -> cases.forEach(number -> awaitState(number, CaseState.COLLECTING)));
        Figures.progress(CASES + " of ours are open, their papers are photographed");
        Load.seconds(cases, this::photograph, () -> {});
        JobExecutor executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        executor.shutdown(); // so that what an upload takes is seen apart from its inspection
        double uploads = Load.seconds(LANES, cases, this::handIn, () -> {});
        executor.start();
        double verdicts = Load.seconds(cases, number -> {}, () -> cases.forEach(this::awaitVerdicts));
        Figures.progress("ours have their verdicts");
        double decisions = Load.seconds(LANES, cases, this::submitAndDecide, () -> {});
        double renewed = Load.seconds(
                cases, number -> {}, () -> cases.forEach(number -> awaitState(number, CaseState.RENEWED)));
        double sealed = Load.seconds(cases, number -> {}, this::awaitNoJobs);
        double total = open + uploads + verdicts + decisions + renewed + sealed;
        double list = median(() -> world.worklist()
                .list(
                        new WorkQuery(WorkQuery.View.ALL, null, HumanTaskKind.ReviewCase, null, 0, 50),
                        world.staff("wang.reviewer")));
        figures.note("oursCasesPerSecond", CASES / total)
                .note("oursOpenMs", each(open))
                .note("oursUploadsMs", each(uploads))
                .note("oursInspectionMs", each(verdicts))
                .note("oursDecisionsMs", each(decisions))
                .note("oursRenewedMs", each(renewed))
                .note("oursSealedMs", each(sealed))
                .note("oursWithoutInspectionAndSealMs", each(total - verdicts - sealed))
                .note("oursWorklistPageMs", list)
                .note("oursDatabaseKbPerCase", (databaseBytes(jdbc) - bytes) / CASES / 1024);
        return total;
    }

    private double peers(PlainPeer peer) throws Exception {
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < BACKLOG; i++) {
            others.add(i);
        }
        Load.seconds(
                LANES, others, i -> peer.openInReview("OTHER" + i, BRANCHES.get(i % BRANCHES.size())), () -> {});
        Figures.progress("the peer has its " + BACKLOG + " other cases");
        peer.jdbc().sql("analyze").update();
        double bytes = databaseBytes(peer.jdbc());
        List<String> loans = rows.stream().map(LoanRows::number).toList();
        double open =
                Load.seconds(LANES, loans, loan -> peer.open(loan, BRANCH), () -> peer.awaitCollecting(CASES));
        List<Map<String, List<Path>>> papers = new ArrayList<>(photos.values());
        double uploads = Load.seconds(
                LANES, loans, loan -> upload(peer, loan, papers.get(loans.indexOf(loan))), () -> {});
        double decisions = Load.seconds(LANES, loans, loan -> submitAndDecide(peer, loan), () -> {});
        double renewed = Load.seconds(loans, loan -> {}, () -> peer.awaitRenewed(CASES));
        double total = open + uploads + decisions + renewed;
        figures.note("peerCasesPerSecond", CASES / total)
                .note("peerOpenMs", each(open))
                .note("peerUploadsMs", each(uploads))
                .note("peerDecisionsMs", each(decisions))
                .note("peerRenewedMs", each(renewed))
                .note("peerWorklistPageMs", median(() -> peer.worklist("reviewers", BRANCH)))
                .note("peerDatabaseKbPerCase", (databaseBytes(peer.jdbc()) - bytes) / CASES / 1024);
        return total;
    }

    private static double each(double seconds) {
        return seconds / CASES * 1000;
    }

    private static double median(Runnable page) {
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < LISTS; i++) {
            long start = System.nanoTime();
            page.run();
            took.add(Load.since(start) * 1000);
        }
        return took.stream().sorted().toList().get(LISTS / 2);
    }

    /** Every table written anew first, so that what was let go is not counted. */
    private static double databaseBytes(JdbcClient database) {
        database.sql("vacuum (full, analyze)").update();
        return database.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    private PlainPeer.Forms filling(CaseNumber sample) {
        Map<String, Map<String, String>> bound = new TreeMap<>();
        for (IssuedForm issued : forms.issuedOf(sample)) {
            Map<String, String> values = new HashMap<>();
            for (FormField field : forms.template(issued.code()).orElseThrow().fields()) {
                String binding = field.binding();
                String value = issued.values().get(field.name());
                if (binding != null && value != null) {
                    values.put(binding, value);
                }
            }
            bound.put(issued.code(), values);
        }
        return () -> {
            Map<String, byte[]> filled = new TreeMap<>();
            bound.forEach((code, values) ->
                    filled.put(code, forms.fill(sample, code, 1, values, Map.of()).pdf()));
            return filled;
        };
    }

    /** Photos of every page of the case's own forms, and of the other papers. */
    private void photograph(CaseNumber number) throws IOException {
        Map<String, List<Path>> ofCase = new TreeMap<>();
        for (Material material : renewals.checklist(number)) {
            String code = material.code().value();
            IssuedForm form = material.form();
            List<byte[]> taken;
            if (form == null) {
                taken = List.of(PhonePhotos.ofPaper(PAPERS.getOrDefault(code, "statements.jpg")));
            } else {
                try (InputStream paper = dossier.open(
                        dossier.find(form.document()).orElseThrow().files().get(0), 0)) {
                    taken = PhonePhotos.ofForm(paper.readAllBytes());
                }
            }
            List<Path> kept = new ArrayList<>();
            for (byte[] photo : taken) {
                kept.add(Files.write(Files.createTempFile("photo", ".jpg"), photo));
            }
            ofCase.put(code, kept);
        }
        synchronized (photos) {
            photos.put(number, ofCase);
            if (photos.size() == 1) {
                long bytes = 0;
                for (Path file : ofCase.values().stream().flatMap(List::stream).toList()) {
                    bytes += Files.size(file);
                }
                figures.note("photosPerCase", ofCase.values().stream().mapToInt(List::size).sum())
                        .note("photosMbPerCase", bytes / (1024.0 * 1024));
            }
        }
    }

    private void handIn(CaseNumber number) throws IOException {
        for (Map.Entry<String, List<Path>> paper : photos.getOrDefault(number, Map.of()).entrySet()) {
            List<Bytes> files = paper.getValue().stream()
                    .map(file -> new Bytes(file.getFileName().toString(), () -> Files.newInputStream(file)))
                    .toList();
            intake.receive(
                    new Submission(
                            number,
                            new MaterialCode(paper.getKey()),
                            Channel.COUNTER,
                            Actor.staff(new StaffId("li.officer")),
                            "本人",
                            null),
                    files);
        }
    }

    private static void upload(PlainPeer peer, String loan, Map<String, List<Path>> papers) throws Exception {
        for (Map.Entry<String, List<Path>> paper : papers.entrySet()) {
            int page = 0;
            for (Path photo : paper.getValue()) {
                peer.upload(loan, "file_" + paper.getKey() + "_" + page++, photo);
            }
        }
    }

    private void submitAndDecide(CaseNumber number) {
        world.submit(number);
        looksAtTheList(HumanTaskKind.InvestigateCase, "li.officer");
        world.investigated(number);
        decide(number, HumanTaskKind.ReviewCase, "wang.reviewer", "AGREE");
        decide(number, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");
    }

    private void decide(CaseNumber number, HumanTaskKind kind, String who, String outcome) {
        looksAtTheList(kind, who);
        world.decide(number, kind, who, outcome);
    }

    private void looksAtTheList(HumanTaskKind kind, String who) {
        world.worklist().list(new WorkQuery(WorkQuery.View.ALL, null, kind, null, 0, 50), world.staff(who));
    }

    private static void submitAndDecide(PlainPeer peer, String loan) {
        peer.submit(loan);
        peer.decide(loan, "officers", "investigate", "li.officer");
        peer.decide(loan, "reviewers", "review", "wang.reviewer");
        peer.decide(loan, "approvers", "approve", "zhao.approver");
    }

    private void awaitState(CaseNumber number, CaseState state) {
        await("case " + number + " comes to " + state)
                .atMost(PATIENCE)
                .until(() -> world.read(number).state() == state);
    }

    private void awaitVerdicts(CaseNumber number) {
        await("every document has its verdict").atMost(PATIENCE).until(() -> renewals.checklist(number).stream()
                .flatMap(material -> material.documents().stream())
                .noneMatch(received -> switch (received.document().state()) {
                    case RECEIVED, INSPECTING -> true;
                    default -> false;
                }));
    }

    private void awaitNoJobs() {
        await("every box is sealed").atMost(PATIENCE).until(() -> jobs.createJobQuery()
                        .messages()
                        .withRetriesLeft()
                        .count()
                == 0);
    }

    /** As many open cases in our tables as the peer has in its own, and as many waiting processes in our engine. */
    private void ourBacklog(CaseNumber sample) throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < BACKLOG; i++) {
            numbers.add(CaseNumber.of(2024, i + 1).value());
        }
        for (String table : List.of("renewal_case", "work_item")) {
            jdbc.sql("""
                            insert into %s select (jsonb_populate_record(null::%s, to_jsonb(one) || jsonb_build_object(
                                'number', other.number, 'case_number', other.number, 'task_id', 'other-' || n,
                                'branch', (:branches::text[])[1 + n %% 5],
                                'hard_stop_at', one.hard_stop_at + n * interval '1 minute'))).*
                            from %s one, unnest(:numbers::text[]) with ordinality other (number, n)
                            where %s = :sample %s
                            """.formatted(
                            table,
                            table,
                            table,
                            table.equals("work_item") ? "one.case_number" : "one.number",
                            table.equals("work_item") ? "and one.closed_at is null" : ""))
                    .param("branches", BRANCHES.toArray(String[]::new))
                    .param("numbers", numbers.toArray(String[]::new))
                    .param("sample", sample.value())
                    .update();
        }
        models.createDeployment()
                .addModelInstance(
                        "WaitingProcess.bpmn",
                        Bpmn.createExecutableProcess("WaitingProcess")
                                .camundaHistoryTimeToLive(30)
                                .startEvent()
                                .receiveTask()
                                .message("Msg_MaterialsSubmitted")
                                .endEvent()
                                .done())
                .deploy();
        Load.seconds(LANES, numbers, number -> runtime.startProcessInstanceByKey("WaitingProcess", number), () -> {});
        jdbc.sql("analyze").update();
        Figures.progress(BACKLOG + " other cases are open here");
    }
}

package org.xudai.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.forms.FormField;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.IssuedForm;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.Renewals;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/**
 * Openings of cases (rules asked, deadlines planned, forms filled and stored, invitations queued, all of it on record)
 * against the sum of what they cannot do without: starting a bare process that waits, filling the forms, putting them into the store.
 */
@RunningXudai
@Tag("bench")
class OpeningsBench {

    private static final int ROUNDS = 6;
    private static final int CASES = 80;
    private static final String BARE = "BareProcess";

    @Autowired
    CaseWorld world;

    @Autowired
    Renewals renewals;

    @Autowired
    FormLibrary forms;

    @Autowired
    RuntimeService engine;

    @Autowired
    RepositoryService models;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Test
    void openingsAgainstTheSumOfTheirRawParts() throws Exception {
        models.createDeployment()
                .addModelInstance(
                        BARE + ".bpmn",
                        Bpmn.createExecutableProcess(BARE)
                                .camundaHistoryTimeToLive(30)
                                .startEvent()
                                .receiveTask()
                                .message("Msg_Bare")
                                .endEvent()
                                .done())
                .deploy();
        CaseNumber sample = world.collecting(LoanRows.eligible());
        List<Sample> samples = samples(sample);
        assertThat(samples).hasSizeGreaterThan(2);
        MinioClient store = store();
        double openings = 0;
        double starts = 0;
        double fills = 0;
        double puts = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double opened = open();
            double started = Load.seconds(
                    numbers(), number -> engine.startProcessInstanceByKey(BARE, number, Map.of("case", number)), () -> {});
            double filled = Load.seconds(numbers(), number -> fill(samples, sample), () -> {});
            double put = Load.seconds(numbers(), number -> put(samples, store, "xudai"), () -> {});
            if (round > 1) { // the first two warm up
                openings += opened;
                starts += started;
                fills += filled;
                puts += put;
            }
        }
        double cases = (ROUNDS - 2) * CASES;
        new Figures("openings")
                .note("openingsPerSecond", cases / openings)
                .note("rawSumPerSecond", cases / (starts + fills + puts))
                .note("rawStartMs", starts / cases * 1000)
                .note("rawFillsMs", fills / cases * 1000)
                .note("rawPutsMs", puts / cases * 1000)
                .note("openingMs", openings / cases * 1000)
                .note("ratioToRawSum", (starts + fills + puts) / openings)
                .write();
    }

    private double open() throws Exception {
        List<LoanRows> rows = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            LoanRows row = LoanRows.eligible();
            world.imported(row);
            rows.add(row);
        }
        long before = invited();
        var officer = world.staff("li.officer");
        return Load.seconds(rows, row -> renewals.open(row.loan(), List.of(), officer), () -> await("all are invited")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> invited() == before + CASES));
    }

    private long invited() {
        return jdbc.sql("select count(*) from renewal_case where state = 'COLLECTING'")
                .query(Long.class)
                .single();
    }

    private static List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            numbers.add(UUID.randomUUID().toString());
        }
        return numbers;
    }

    private void fill(List<Sample> samples, CaseNumber number) {
        for (Sample sample : samples) {
            forms.fill(number, sample.code(), 1, sample.bound(), Map.of());
        }
    }

    private static void put(List<Sample> samples, MinioClient store, String bucket) throws Exception {
        for (Sample sample : samples) {
            store.putObject(PutObjectArgs.builder()
                    .bucket(bucket)
                    .object("bench/" + UUID.randomUUID())
                    .stream(new ByteArrayInputStream(sample.pdf()), (long) sample.pdf().length, -1L)
                    .build());
        }
    }

    /** The forms that a case of this kind gets, with what the bank fills in. */
    private List<Sample> samples(CaseNumber number) {
        List<Sample> samples = new ArrayList<>();
        for (IssuedForm issued : forms.issuedOf(number)) {
            Map<String, String> bound = new HashMap<>();
            for (FormField field : forms.template(issued.code()).orElseThrow().fields()) {
                String binding = field.binding();
                String value = issued.values().get(field.name());
                if (binding != null && value != null) {
                    bound.put(binding, value);
                }
            }
            byte[] pdf = forms.fill(number, issued.code(), 1, bound, Map.of()).pdf();
            samples.add(new Sample(issued.code(), bound, pdf));
        }
        return samples;
    }

    private MinioClient store() {
        return MinioClient.builder()
                .endpoint(setting("endpoint"))
                .credentials(setting("access-key"), setting("secret-key"))
                .region("us-east-1")
                .build();
    }

    private String setting(String name) {
        return environment.getRequiredProperty("xudai.store." + name);
    }

    /** One form of the cases opened here. */
    private record Sample(String code, Map<String, String> bound, byte[] pdf) {}
}

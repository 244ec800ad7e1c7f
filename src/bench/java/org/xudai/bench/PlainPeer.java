package org.xudai.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The plain way of a Camunda project, as tutorials show it and many banks run it: what the case knows, its people and its
 * papers are process variables, worklists are task queries of the engine by variable, history is kept in full. It stores the
 * same bytes, fills the same forms with the same code, writes the same invitations, keeps its own whitelist, and has the same
 * three decisions; variables for a page of the worklist come by one query, so that it is no straw man.
 *
 * <p>It leaves out what such a project leaves out: eligibility tables, deadlines and reminders, the inspection of what comes
 * in, previews, encryption, four eyes, a record of its own beside the engine's history, the sealed box.
 */
final class PlainPeer implements AutoCloseable {

    static final String BRANCH = "branch";

    private static final String KEY = "PlainRenewal";
    private static final String LOAN = "loanNumber";
    private static final int PAGE = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HikariDataSource pool;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;

    /** Fills the forms of a case; by form code. */
    interface Forms {

        Map<String, byte[]> filled();
    }

    /** A borrower, as it lies serialised in a variable. */
    record Person(String name, String residentId, String mobile, String email, String firm, String creditCode)
            implements Serializable {}

    PlainPeer(String url, Forms forms) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url.replaceAll("&currentSchema=[^&]*", ""));
        settings.setUsername("postgres");
        settings.setPassword("postgres");
        settings.setMaximumPoolSize(12);
        pool = new HikariDataSource(settings);
        jdbc = JdbcClient.create(new TransactionAwareDataSourceProxy(pool));
        jdbc.sql("create table outbox (id uuid primary key, case_number text, kind text, address text, body text)")
                .update();
        jdbc.sql("create table whitelist (loan_number text primary key, valid_until date not null)")
                .update();
        engine = engine(forms);
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        KEY + ".bpmn",
                        Bpmn.createExecutableProcess(KEY)
                                .camundaHistoryTimeToLive(3650)
                                .startEvent()
                                .camundaAsyncBefore()
                                .serviceTask("fillForms")
                                .camundaDelegateExpression("${fillForms}")
                                .serviceTask("invite")
                                .camundaDelegateExpression("${invite}")
                                .userTask("collect")
                                .userTask("investigate")
                                .camundaCandidateGroups("officers")
                                .camundaDueDate("${due}")
                                .userTask("review")
                                .camundaCandidateGroups("reviewers")
                                .camundaDueDate("${due}")
                                .userTask("approve")
                                .camundaCandidateGroups("approvers")
                                .camundaDueDate("${due}")
                                .serviceTask("renew")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${renew}")
                                .endEvent()
                                .done())
                .deploy();
    }

    private ProcessEngine engine(Forms forms) {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("plain");
        configuration.setDataSource(pool);
        configuration.setTransactionManager(new DataSourceTransactionManager(pool));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setMetricsEnabled(false);
        configuration.setJobExecutorActivate(true);
        configuration.setBeans(Map.of("fillForms", fillForms(forms), "invite", invite(), "renew", renew()));
        return configuration.buildProcessEngine();
    }

    private static JavaDelegate fillForms(Forms forms) {
        return execution -> forms.filled()
                .forEach((code, pdf) -> execution.setVariable("form_" + code, file(code + ".pdf", "application/pdf", pdf)));
    }

    private JavaDelegate invite() {
        return execution -> tell(execution.getProcessBusinessKey(), "INVITATION", (Person)
                Objects.requireNonNull(execution.getVariable("borrower")));
    }

    private JavaDelegate renew() {
        return execution -> {
            jdbc.sql("insert into whitelist values (?, ?) on conflict (loan_number) do update set"
                            + " valid_until = excluded.valid_until")
                    .params(execution.getVariable(LOAN), LocalDate.of(2028, 1, 12))
                    .update();
            tell(execution.getProcessBusinessKey(), "RENEWED", (Person)
                    Objects.requireNonNull(execution.getVariable("borrower")));
        };
    }

    private void tell(String number, String kind, Person person) {
        jdbc.sql("insert into outbox values (?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        number,
                        kind,
                        person.mobile(),
                        "【建溪银行】" + person.name() + "：您的续贷业务" + number + "请点击链接办理。")
                .update();
    }

    /** Starts a case. */
    void open(String loan, String branch) {
        engine.getRuntimeService().startProcessInstanceByKey(KEY, "PL" + loan, variables(loan, branch));
    }

    /** Starts a case that waits for review, its papers left out. */
    void openInReview(String loan, String branch) {
        engine.getRuntimeService()
                .createProcessInstanceByKey(KEY)
                .businessKey("PL" + loan)
                .setVariables(variables(loan, branch))
                .startBeforeActivity("review")
                .execute(true, true);
    }

    private static VariableMap variables(String loan, String branch) {
        Person person = new Person(
                "陈茂生", "359999198609204341", "19900000001", "borrower@example.com", "武夷山市测试茶行" + loan, "91350702MA2DD272X5");
        return Variables.createVariables()
                .putValue(LOAN, loan)
                .putValue(BRANCH, branch)
                .putValue("product", "经营快贷")
                .putValue("firm", person.firm())
                .putValue("borrowerName", person.name())
                .putValue("balance", 300_000.0)
                .putValue("maturesOn", "2027-01-20")
                .putValue("due", Date.from(Instant.ofEpochSecond(1_800_000_000L + Math.floorMod(loan.hashCode(), 1_000_000))))
                .putValue("lead", "li.officer")
                .putValueTyped("borrower", Variables.objectValue(person).create());
    }

    /** Until every case given waits for its papers. */
    void awaitCollecting(long cases) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> engine.getTaskService()
                                .createTaskQuery()
                                .taskDefinitionKey("collect")
                                .count()
                        == cases);
    }

    /** Stores a file. */
    void upload(String loan, String name, Path photo) throws Exception {
        Task task = ofCase(loan, "collect");
        engine.getRuntimeService()
                .setVariable(
                        task.getProcessInstanceId(), name, file(name + ".jpg", "image/jpeg", Files.readAllBytes(photo)));
    }

    void submit(String loan) {
        engine.getTaskService().complete(ofCase(loan, "collect").getId());
    }

    /** A page of what a group has to do at a branch, with what is shown of each task; gives how many there are. */
    long worklist(String group, String branch) {
        TaskQuery query = engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroup(group)
                .processVariableValueEquals(BRANCH, branch)
                .orderByDueDate()
                .asc();
        List<Task> page = query.listPage(0, PAGE);
        if (!page.isEmpty()) {
            engine.getRuntimeService()
                    .createVariableInstanceQuery()
                    .processInstanceIdIn(
                            page.stream().map(Task::getProcessInstanceId).toArray(String[]::new))
                    .variableNameIn("firm", "borrowerName", "balance", "maturesOn", LOAN)
                    .disableBinaryFetching()
                    .list();
        }
        return query.count();
    }

    /** The task of a case, by its loan. */
    Task ofCase(String loan, String step) {
        return Objects.requireNonNull(engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(step)
                .processVariableValueEquals(LOAN, loan)
                .singleResult());
    }

    /** Looks at the worklist, finds the case, claims its task and decides. */
    void decide(String loan, String group, String step, String by) {
        worklist(group, "35070201");
        Task task = ofCase(loan, step);
        engine.getTaskService().claim(task.getId(), by);
        engine.getTaskService()
                .complete(
                        task.getId(),
                        Variables.createVariables()
                                .putValue("decision_" + step, "AGREE")
                                .putValue("decision_" + step + "_by", by)
                                .putValue("decision_" + step + "_comment", "同意"));
    }

    /** Until so many entries are renewed. */
    void awaitRenewed(long cases) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> jdbc.sql("select count(*) from whitelist")
                                .query(Long.class)
                                .single()
                        == cases);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }

    private static FileValue file(String name, String type, byte[] bytes) {
        return Variables.fileValue(name).file(bytes).mimeType(type).create();
    }
}

package org.xudai.renewal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.xudai.access.Act;
import org.xudai.renewal.CaseProcess;
import org.xudai.renewal.HumanTaskKind;

/** How diagrams are written: names that say what an element is, every turn of business drawn, nothing that can be lost. */
class ModelConventionTests {

    private static final Map<Class<? extends FlowNode>, String> KINDS = kinds();

    private static final Pattern DURATION = Pattern.compile("P\\d+D");

    /** Elements named by a moment of the plan, as people at a bank say it. */
    private static final Pattern MOMENT = Pattern.compile("T-\\d+");

    /** Its flows lead to where a case goes on: each is named by what it leads to. */
    private static final String WHERE_TO_GO_ON = "Gateway_Stage";

    /** Steps that reach the store or the core system: each in a transaction and with retries of its own. */
    private static final Set<String> REACHES_OUTSIDE =
            Set.of("Task_IssueForms", "Task_RenewWhitelistEntry", "Task_SealDossier", "Task_InspectDocument");

    private static Map<Class<? extends FlowNode>, String> kinds() {
        Map<Class<? extends FlowNode>, String> kinds = new LinkedHashMap<>();
        kinds.put(BoundaryEvent.class, "BoundaryEvent_");
        kinds.put(StartEvent.class, "StartEvent_");
        kinds.put(EndEvent.class, "EndEvent_");
        kinds.put(IntermediateCatchEvent.class, "CatchEvent_");
        kinds.put(SubProcess.class, "SubProcess_");
        kinds.put(Task.class, "Task_");
        kinds.put(Gateway.class, "Gateway_");
        return kinds;
    }

    @Test
    void looksAtEveryDiagram() {
        assertThat(Diagrams.processes()).containsOnlyKeys("DocumentInspectionProcess", "LoanRenewalProcess");
        assertThat(Diagrams.all(FlowNode.class)).hasSizeGreaterThan(80);
        assertThat(Diagrams.all(SequenceFlow.class)).hasSizeGreaterThan(90);
    }

    @Test
    void aProcessIsNamedLikeItsFileAndForgottenInTime() {
        assertThat(Diagrams.processes()).allSatisfy((file, model) -> {
            Process process =
                    model.getModelElementsByType(Process.class).iterator().next();
            assertThat(process.getId()).isEqualTo(file);
            assertThat(process.getName()).containsPattern(Diagrams.HAN);
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).matches(DURATION);
            assertThat(process.isCamundaStartableInTasklist()).isFalse();
        });
    }

    @Test
    void everyIdSaysItsKindAndWhatItIsAbout() {
        assertThat(Diagrams.all(FlowNode.class)).allSatisfy(node -> {
            String kind = KINDS.entrySet().stream()
                    .filter(entry -> entry.getKey().isInstance(node))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no convention for " + node.getId()));
            assertThat(node.getId()).matches(kind + "([A-Z][a-z0-9]+)+");
        });
        assertThat(Diagrams.all(SequenceFlow.class)).allSatisfy(flow -> assertThat(flow.getId())
                .isEqualTo("Flow_" + Diagrams.bare(flow.getSource()) + "_" + Diagrams.bare(flow.getTarget())));
        assertThat(Diagrams.all(Message.class)).allSatisfy(message -> assertThat(message.getId())
                .matches("Msg_([A-Z][a-z]+)+")
                .isEqualTo(message.getName()));
        assertThat(Diagrams.all(Error.class)).allSatisfy(error -> assertThat(error.getId())
                .matches("Error_([A-Z][a-z]+)+")
                .isEqualTo(error.getName()));
    }

    @Test
    void everythingSaysInChineseWhatItIs() {
        List<String> silent = new ArrayList<>();
        for (FlowNode node : Diagrams.all(FlowNode.class)) {
            String name = String.valueOf(node.getName());
            if (!Diagrams.HAN.matcher(name).find() && !MOMENT.matcher(name).matches()) {
                silent.add(node.getId());
            }
        }
        for (ExclusiveGateway gateway : Diagrams.all(ExclusiveGateway.class)) {
            Diagrams.leaving(gateway).stream()
                    .filter(flow -> !Diagrams.HAN
                            .matcher(String.valueOf(flow.getName()))
                            .find())
                    .filter(flow -> !gateway.getId().equals(WHERE_TO_GO_ON))
                    .filter(flow -> Diagrams.leaving(gateway).size() > 1
                            && !(flow.equals(gateway.getDefault()) && namesTheOther(gateway)))
                    .forEach(flow -> silent.add(flow.getId()));
        }
        assertThat(silent).isEmpty();
    }

    /** A turn that is named leaves the other one without a name. */
    private static boolean namesTheOther(ExclusiveGateway gateway) {
        return Diagrams.leaving(gateway).size() == 2
                && Diagrams.leaving(gateway).stream()
                        .filter(flow -> !flow.equals(gateway.getDefault()))
                        .allMatch(flow -> flow.getName() != null);
    }

    @Test
    void everyGatewayHasAWayForEveryCase() {
        List<ExclusiveGateway> splitting = Diagrams.all(ExclusiveGateway.class).stream()
                .filter(gateway -> Diagrams.leaving(gateway).size() > 1)
                .toList();
        assertThat(splitting).hasSizeGreaterThan(15).allSatisfy(gateway -> assertThat(Diagrams.leaving(gateway))
                .as(gateway.getId())
                .contains(gateway.getDefault())
                .allSatisfy(flow -> assertThat(flow.getConditionExpression() == null)
                        .as(flow.getId())
                        .isEqualTo(flow.equals(gateway.getDefault()))));
    }

    @Test
    void nothingEndsBeforeAnEnd() {
        assertThat(Diagrams.all(FlowNode.class)).allSatisfy(node -> {
            boolean entered = !(node instanceof StartEvent || node instanceof BoundaryEvent || isOnEvent(node));
            assertThat(Diagrams.entering(node).isEmpty()).as(node.getId()).isNotEqualTo(entered);
            boolean left = !(node instanceof EndEvent || isOnEvent(node));
            assertThat(Diagrams.leaving(node).isEmpty()).as(node.getId()).isNotEqualTo(left);
        });
    }

    private static boolean isOnEvent(FlowNode node) {
        return node instanceof SubProcess within && within.triggeredByEvent();
    }

    @Test
    void everyHumanTaskIsOfferedToTheRolesThatMayDoIt() {
        Map<String, Set<String>> offered = new TreeMap<>();
        for (UserTask task : Diagrams.all(UserTask.class)) {
            offered.put(Diagrams.bare(task), new TreeSet<>(task.getCamundaCandidateGroupsList()));
            assertThat(task.getCamundaDueDate()).isEqualTo("${renewalMoments.due('" + Diagrams.bare(task) + "')}");
            assertThat(task.isCamundaAsyncAfter()).as(task.getId()).isTrue();
            assertThat(task.getCamundaAssignee()).as(task.getId()).isNull();
        }
        Map<String, Set<String>> ruled = new TreeMap<>();
        Pattern.compile("case (\\w+) -> Act\\.(\\w+);")
                .matcher(Diagrams.source("review/TaskRules.java"))
                .results()
                .forEach(rule -> ruled.put(
                        rule.group(1),
                        Act.valueOf(rule.group(2)).roles().stream()
                                .map(Enum::name)
                                .collect(Collectors.toCollection(TreeSet::new))));
        assertThat(offered)
                .isEqualTo(ruled)
                .containsOnlyKeys(
                        Stream.of(HumanTaskKind.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void whatReachesOutsideTheDatabaseHasATransactionOfItsOwn() {
        Set<String> async = Diagrams.all(Activity.class).stream()
                .filter(Activity::isCamundaAsyncBefore)
                .map(Activity::getId)
                .collect(Collectors.toSet());
        assertThat(async).isEqualTo(REACHES_OUTSIDE);
        assertThat(Diagrams.all(StartEvent.class))
                .filteredOn(StartEvent::isCamundaAsyncBefore)
                .singleElement()
                .satisfies(start -> assertThat(start.getId()).isEqualTo("StartEvent_RenewalOpened"));
        assertThat(Diagrams.all(Activity.class))
                .as("how often and when a step is tried again is one setting, xudai.engine.retry")
                .allSatisfy(activity -> assertThat(activity.getDomElement().getChildElements().stream()
                                .flatMap(child -> child.getChildElements().stream()))
                        .as(activity.getId())
                        .noneMatch(child -> child.getLocalName().equals("failedJobRetryTimeCycle")));
    }

    @Test
    void everyTimerAsksThePlanAndHasItsTest() {
        List<TimerEventDefinition> timers = Diagrams.all(TimerEventDefinition.class);
        assertThat(timers).hasSizeGreaterThan(6);
        String tests = Diagrams.tests();
        List<String> untested = new ArrayList<>();
        for (TimerEventDefinition timer : timers) {
            String event = ((CatchEvent) timer.getParentElement()).getId();
            assertThat(timer.getTimeDate()).as(event).isNotNull();
            assertThat(timer.getTimeDate().getTextContent()).startsWith("${renewalMoments.");
            if (!Pattern.compile("\"" + event + "\\b").matcher(tests).find()) {
                untested.add(event);
            }
        }
        assertThat(untested).isEmpty();
    }

    @Test
    void everyMessageIsSentAndAwaited() {
        Set<String> awaited = Diagrams.all(MessageEventDefinition.class).stream()
                .map(definition -> definition.getMessage().getId())
                .collect(Collectors.toCollection(TreeSet::new));
        Diagrams.all(ReceiveTask.class)
                .forEach(task -> awaited.add(task.getMessage().getId()));
        Set<String> sent = Stream.of(CaseProcess.Message.values())
                .map(CaseProcess.Message::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(sent).isEqualTo(awaited).isEqualTo(Diagrams.ids(Diagrams.all(Message.class)));
    }

    @Test
    void everyErrorOfBusinessIsThrownAndCaught() {
        Set<String> caught = new TreeSet<>();
        Set<String> thrown = new TreeSet<>();
        for (ErrorEventDefinition definition : Diagrams.all(ErrorEventDefinition.class)) {
            (definition.getParentElement() instanceof BoundaryEvent ? caught : thrown)
                    .add(definition.getError().getErrorCode());
        }
        Diagrams.room().values().forEach(text -> Pattern.compile("new BpmnError\\(([A-Z_]+)\\)")
                .matcher(text)
                .results()
                .forEach(hit -> thrown.add(hit.group(1))));
        Set<String> declared =
                Diagrams.all(Error.class).stream().map(Error::getErrorCode).collect(Collectors.toSet());
        assertThat(caught).hasSizeGreaterThan(1).isEqualTo(thrown).isEqualTo(declared);
    }

    @Test
    void everyTurnAtAnEdgeIsExplained() {
        assertThat(Diagrams.all(BoundaryEvent.class)).hasSizeGreaterThan(8).allSatisfy(event -> assertThat(
                        event.getDocumentations())
                .as(event.getId())
                .singleElement()
                .satisfies(text -> assertThat(text.getTextContent()).containsPattern(Diagrams.HAN)));
    }
}

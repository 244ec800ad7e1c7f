package org.xudai.renewal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.xudai.renewal.HumanTaskKind;

/** What diagrams ask and call: beans that are there, by the name of their step; a question changes nothing. */
class ModelExpressionTests {

    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z]\\w+(?:Delegate|Listener))\\}");
    private static final Pattern CALL = Pattern.compile("\\b([a-z]\\w+)\\.(\\w+)\\(([^()]*)\\)");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]\\w*");
    private static final Set<String> OPERATORS = Set.of("not", "and", "or");

    /** What gateways and timers may ask. */
    private static final Map<String, Class<?>> ASKED =
            Map.of("renewalGateways", RenewalGateways.class, "renewalMoments", RenewalMoments.class);

    @Test
    void everyStepHasTheClassOfItsName() {
        List<ServiceTask> services = Diagrams.all(ServiceTask.class);
        assertThat(services).hasSizeGreaterThan(12).allSatisfy(task -> {
            assertThat(task.getCamundaDelegateExpression()).isEqualTo(bean(task, "Delegate"));
            assertThat(task.getCamundaClass()).isNull();
            assertThat(task.getCamundaExpression()).isNull();
        });
        assertThat(Diagrams.all(BusinessRuleTask.class)).hasSizeGreaterThan(3).allSatisfy(task -> {
            assertThat(task.getCamundaDelegateExpression()).isEqualTo(bean(task, "Delegate"));
            assertThat(task.getCamundaClass()).isNull();
            assertThat(task.getCamundaExpression()).isNull();
        });
    }

    @Test
    void everyListenerIsAClassNamedByItsStep() {
        assertThat(Diagrams.all(CamundaExecutionListener.class)).isNotEmpty().allSatisfy(listener -> {
            FlowNode step = (FlowNode) listener.getParentElement().getParentElement();
            assertThat(listener.getCamundaDelegateExpression())
                    .isEqualTo(bean(step, step instanceof ReceiveTask ? "Delegate" : "Listener"));
            assertThat(listener.getCamundaExpression()).as(step.getId()).isNull();
            assertThat(listener.getCamundaClass()).as(step.getId()).isNull();
        });
    }

    @Test
    void noDiagramHoldsAProgram() {
        assertThat(Diagrams.all(ScriptTask.class)).isEmpty();
        assertThat(Diagrams.all(Script.class)).isEmpty();
        assertThat(Diagrams.all(CamundaScript.class)).isEmpty();
        assertThat(Diagrams.all(CamundaTaskListener.class)).isEmpty();
    }

    @Test
    void everyClassOfAStepIsABeanThatADiagramNames() {
        Set<String> named = BEAN.matcher(String.join("\n", Diagrams.expressions()))
                .results()
                .map((MatchResult hit) -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> written = Diagrams.room().keySet().stream()
                .filter(name -> name.matches("\\w+(Delegate|Listener)"))
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(15).isEqualTo(written).allSatisfy(name -> {
            Class<?> type = type(name);
            assertThat(type).hasAnnotation(Component.class);
            assertThat(JavaDelegate.class.isAssignableFrom(type) || ExecutionListener.class.isAssignableFrom(type))
                    .isTrue();
        });
    }

    @Test
    void everyQuestionGoesToABeanThatCanAnswerIt() {
        List<MatchResult> calls = calls();
        assertThat(calls).hasSizeGreaterThan(20).allSatisfy(call -> {
            assertThat(ASKED).containsKey(call.group(1));
            String[] arguments = call.group(3).split("\\s*,\\s*");
            assertThat(method(call.group(1), call.group(2), arguments.length).getReturnType())
                    .isNotEqualTo(void.class);
            Stream.of(arguments).filter(argument -> argument.startsWith("'")).forEach(argument -> assertThat(
                            HumanTaskKind.values())
                    .extracting(Enum::name)
                    .contains(argument.replace("'", "")));
        });
        Set<String> asked = calls.stream().map(call -> call.group(2)).collect(Collectors.toSet());
        assertThat(ASKED.values().stream()
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getName))
                .allMatch(asked::contains);
    }

    @Test
    void aQuestionChangesNothing() {
        Pattern changing =
                Pattern.compile("\\.(set|once|move|enter|add|publish|tell|note|remove|delete|create)\\w*\\(");
        assertThat(Stream.of("RenewalGateways", "RenewalMoments")
                        .map(name -> Diagrams.room().get(name)))
                .allSatisfy(text -> assertThat(text).doesNotContainPattern(changing));
        assertThat(Diagrams.source("renewal/CaseRouting.java"))
                .contains("cases.")
                .doesNotContainPattern(changing);
    }

    @Test
    void nothingButDeclaredVariablesIsReadOrWritten() {
        Set<String> declared = variables();
        assertThat(Diagrams.expressions()).isNotEmpty().allSatisfy(expression -> {
            String bare = CALL.matcher(TEXT.matcher(expression).replaceAll("")).replaceAll("");
            if (!BEAN.matcher(expression).matches()) {
                WORD.matcher(bare)
                        .results()
                        .map((MatchResult hit) -> hit.group())
                        .filter(word -> !OPERATORS.contains(word))
                        .forEach(word -> assertThat(declared).as(expression).contains(word));
            }
        });
        Pattern written = Pattern.compile("\\.(?:set|get|has)Variables?(?:Local)?\\(\\s*([^,)]*)");
        List<String> names = Diagrams.room().values().stream()
                .flatMap(text -> written.matcher(text).results())
                .map((MatchResult hit) -> hit.group(1))
                .toList();
        // where a step comes from is a map of one variable, made in one place
        assertThat(names)
                .hasSizeGreaterThan(5)
                .allMatch(name -> name.startsWith("RenewalVariables.") || name.equals("origin(spans"));
    }

    /** Ids and routing facts: whoever adds one says here that it is nothing of a person or a file. */
    @Test
    void processVariablesAreTheseAndNoOthers() {
        assertThat(variables())
                .containsExactlyInAnyOrder(
                        "eligible",
                        "timeEnough",
                        "exceptionCause",
                        "coInvestigation",
                        "stillEligible",
                        "firstEscalation",
                        "documentId",
                        "traceParent");
    }

    private static Set<String> variables() {
        return Arrays.stream(RenewalVariables.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(ModelExpressionTests::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getName(), e);
        }
    }

    private static List<MatchResult> calls() {
        return CALL.matcher(String.join("\n", Diagrams.expressions())).results().toList();
    }

    private static String bean(BaseElement step, String ending) {
        String name = Diagrams.bare((FlowNode) step);
        return "${" + Character.toLowerCase(name.charAt(0)) + name.substring(1) + ending + "}";
    }

    private static Class<?> type(String bean) {
        String name = "org.xudai.renewal.process." + Character.toUpperCase(bean.charAt(0)) + bean.substring(1);
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no class for " + bean, e);
        }
    }

    private static Method method(String bean, String name, int arguments) {
        return Arrays.stream(Objects.requireNonNull(ASKED.get(bean)).getDeclaredMethods())
                .filter(method -> method.getName().equals(name)
                        && Modifier.isPublic(method.getModifiers())
                        && method.getParameterCount() == arguments)
                .findFirst()
                .orElseThrow(() -> new AssertionError(bean + " cannot answer " + name));
    }
}

package org.xudai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that are texts or truth values are answered as the FEEL engine answers them. */
class LiteralCellsTests {

    private static final FeelEngine FEEL = new ScalaFeelEngine(List.of());
    private static final List<@Nullable Object> INPUTS = inputs();

    private final List<String> asked = new ArrayList<>();
    private final FeelEngine cells = LiteralCells.before(noting());

    private static List<@Nullable Object> inputs() {
        List<@Nullable Object> inputs =
                new ArrayList<>(List.of("正常", "关注", "正", "", "true", "\"正常\"", true, false, 3, 2.5));
        inputs.add(null);
        return inputs;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"正常\"",
                " \"正常\" ",
                "\"关注\",\"次级\"",
                "\"关注\" , \"正常\"",
                "\"\"",
                "true",
                "false",
                " true ",
                "null",
                "not(\"正常\",\"关注\")",
                "\"正\\\"常\"",
                "\"正常\",null",
                "not(true)",
                "<= 3",
                "3",
                "\"正常\",\"正\" + \"常\""
            })
    void aTestOfAnInputIsAnsweredAsTheFeelEngineDoes(String cell) {
        for (Object input : INPUTS) {
            VariableContext variables = context(input);

            assertThat(cells.evaluateSimpleUnaryTests(cell, "cellInput", variables))
                    .as("%s asked of %s", cell, input)
                    .isEqualTo(FEEL.evaluateSimpleUnaryTests(cell, "cellInput", variables));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"SETTLED\"",
                " \"A,B\" ",
                "\"\"",
                "true",
                "false",
                "null",
                "1",
                "\"a\" + \"b\"",
                "\"a\\\"b\"",
                "cellInput"
            })
    void anOutputIsAnsweredAsTheFeelEngineDoes(String cell) {
        VariableContext variables = context("正常");

        Object answer = cells.evaluateSimpleExpression(cell, variables);
        Object same = FEEL.evaluateSimpleExpression(cell, variables);

        assertThat(answer).isEqualTo(same);
    }

    @Test
    void onlyWhatIsNoLiteralGoesToTheFeelEngine() {
        cells.evaluateSimpleUnaryTests("\"关注\",\"次级\"", "cellInput", context("正常"));
        cells.evaluateSimpleUnaryTests("true", "cellInput", context(true));
        cells.evaluateSimpleUnaryTests("<= 3", "cellInput", context(2));
        cells.<Object>evaluateSimpleExpression("\"SETTLED\"", context(2));

        assertThat(asked).containsExactly("<= 3");
    }

    /** The FEEL engine, with what it was asked. */
    private FeelEngine noting() {
        return (FeelEngine) Proxy.newProxyInstance(
                FeelEngine.class.getClassLoader(), new Class<?>[] {FeelEngine.class}, (proxy, method, arguments) -> {
                    asked.add(arguments[0].toString());
                    return method.invoke(FEEL, arguments);
                });
    }

    private static VariableContext context(@Nullable Object input) {
        VariableMap variables = Variables.createVariables().putValue("cellInput", input);
        return variables.asVariableContext();
    }
}

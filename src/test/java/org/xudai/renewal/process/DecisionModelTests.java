package org.xudai.renewal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;

/** How decision tables are written: every column and every rule says in Chinese what it is. */
class DecisionModelTests {

    @Test
    void aTableIsNamedLikeItsFileAskedByTheProductAndForgottenInTime() {
        String asking = Diagrams.room().get("DmnRules");
        assertThat(Diagrams.tables())
                .containsOnlyKeys("ControlLevel", "RenewalEligibility", "RequiredMaterials")
                .allSatisfy((file, model) -> {
                    Decision decision = model.getModelElementsByType(Decision.class)
                            .iterator()
                            .next();
                    assertThat(decision.getId()).isEqualTo(file);
                    assertThat(decision.getName()).containsPattern(Diagrams.HAN);
                    assertThat(decision.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
                    assertThat(asking).contains("\"" + file + "\"");
                });
    }

    @Test
    void everyColumnAndEveryRuleSaysWhatItIs() {
        assertThat(Diagrams.tables()).allSatisfy((file, model) -> {
            DecisionTable table =
                    model.getModelElementsByType(DecisionTable.class).iterator().next();
            assertThat(table.getHitPolicy()).isIn(HitPolicy.UNIQUE, HitPolicy.COLLECT);
            assertThat(table.getInputs()).isNotEmpty().allSatisfy(input -> assertThat(input.getLabel())
                    .containsPattern(Diagrams.HAN));
            assertThat(table.getOutputs()).isNotEmpty().allSatisfy(output -> {
                assertThat(output.getLabel()).containsPattern(Diagrams.HAN);
                assertThat(output.getName()).matches("[a-z][A-Za-z]+");
            });
            assertThat(table.getRules()).hasSizeGreaterThan(2).allSatisfy(rule -> {
                assertThat(rule.getDescription().getTextContent()).containsPattern(Diagrams.HAN);
                assertThat(rule.getInputEntries()).hasSameSizeAs(table.getInputs());
                assertThat(rule.getOutputEntries()).hasSameSizeAs(table.getOutputs());
            });
            Set<String> ids = Stream.of(Input.class, Output.class, Rule.class)
                    .flatMap(type -> model.getModelElementsByType(type).stream())
                    .map(DmnElement::getId)
                    .collect(Collectors.toSet());
            assertThat(ids).allMatch(id -> id.startsWith(file + "_"));
        });
    }
}

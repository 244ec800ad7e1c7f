package org.xudai.renewal.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Money;
import org.xudai.kernel.SigningWay;
import org.xudai.loanbook.PartyRole;
import org.xudai.renewal.CaseRules;

/** The bank's decision tables in the engine; a newer deployed version of a table is asked from then on. */
@Component
class DmnRules implements CaseRules {

    static final String ELIGIBILITY = "RenewalEligibility";
    static final String MATERIALS = "RequiredMaterials";
    static final String CONTROL_LEVEL = "ControlLevel";

    private final DecisionService decisions;

    DmnRules(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Reason> eligibility(LoanFacts facts) {
        Map<String, @Nullable Object> input = new HashMap<>();
        input.put("settled", facts.settled());
        input.put("classification", facts.classification());
        input.put("daysOverdue", facts.daysOverdue());
        input.put("size", facts.size());
        input.put("maturesOn", facts.maturesOn());
        input.put("daysToMaturity", facts.daysToMaturity());
        input.put("entryEnded", facts.entryEnded());
        return ask(ELIGIBILITY, input).stream()
                .map(rule -> new Reason(text(rule, "reason"), "NOTE".equals(rule.get("level"))))
                .toList();
    }

    @Override
    public List<MaterialRule> materials(CaseFacts facts) {
        Map<String, @Nullable Object> input = new HashMap<>();
        input.put("company", facts.company());
        input.put("amount", facts.amount().amount());
        input.put("secured", facts.secured());
        input.put("contactSigns", facts.contactSigns());
        return ask(MATERIALS, input).stream()
                .map(rule -> new MaterialRule(
                        new MaterialCode(text(rule, "material")),
                        words(rule, "signers").stream().map(PartyRole::valueOf).toList(),
                        ways(rule),
                        Boolean.TRUE.equals(rule.get("original")),
                        Boolean.TRUE.equals(rule.get("required"))))
                .toList();
    }

    private static Set<SigningWay> ways(DmnDecisionResultEntries rule) {
        return words(rule, "ways").stream().map(SigningWay::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public ControlLevel controlLevel(Money amount) {
        DmnDecisionResultEntries level =
                ask(CONTROL_LEVEL, Map.of("amount", amount.amount())).getSingleResult();
        return new ControlLevel(
                Boolean.TRUE.equals(level.get("coInvestigation")),
                ((Number) Objects.requireNonNull(level.get("approvals"))).intValue());
    }

    private DmnDecisionResult ask(String table, Map<String, ? extends @Nullable Object> input) {
        return decisions
                .evaluateDecisionByKey(table)
                .variables(new HashMap<>(input))
                .evaluate();
    }

    private static String text(DmnDecisionResultEntries rule, String output) {
        return Objects.requireNonNull(rule.get(output), output).toString();
    }

    private static List<String> words(DmnDecisionResultEntries rule, String output) {
        Object listed = rule.get(output);
        return listed == null
                ? List.of()
                : new ArrayList<>(Arrays.stream(listed.toString().split(",", -1))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }
}

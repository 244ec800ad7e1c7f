package org.xudai.renewal;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xudai.audit.Actor;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.IssuedForm;
import org.xudai.forms.UnprintableText;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Sha256;

/** Freezes answers into a new issued version of a form. */
@Component
class FormFreezing {

    private final CaseTable cases;
    private final FormLibrary forms;
    private final FormIssue issue;
    private final CaseTransactions transactions;
    private final ApplicationEventPublisher events;

    FormFreezing(
            CaseTable cases,
            FormLibrary forms,
            FormIssue issue,
            CaseTransactions transactions,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.forms = forms;
        this.issue = issue;
        this.transactions = transactions;
        this.events = events;
    }

    /** A version that holds the answers; the current one where nothing has changed. */
    Renewals.Freezing freeze(CaseNumber number, MaterialCode material, Actor by) {
        return freeze(number, material, by, false);
    }

    /** A new version, also with the same answers: what was signed before is no part of it. */
    Renewals.Freezing anew(CaseNumber number, MaterialCode material, Actor by) {
        return freeze(number, material, by, true);
    }

    private Renewals.Freezing freeze(CaseNumber number, MaterialCode material, Actor by, boolean anew) {
        RenewalCase renewal = cases.get(number);
        if (renewal.state() != CaseState.COLLECTING) {
            return new Renewals.Freezing.NotNow(renewal.state());
        }
        String code = material.value();
        Map<String, String> problems = forms.problemsOf(number, code);
        if (!problems.isEmpty()) {
            return new Renewals.Freezing.Incomplete(problems);
        }
        Map<String, String> answers = forms.answers(number, code);
        Optional<IssuedForm> current = forms.current(number, code);
        if (!anew && current.isPresent() && holds(current.get(), answers)) {
            return new Renewals.Freezing.Frozen(current.get().version());
        }
        try {
            return transactions.run(() -> {
                cases.lock(number);
                int version =
                        forms.current(number, code).map(IssuedForm::version).orElse(0) + 1;
                Sha256 hash = issue.issue(number, material, version, issue.bound(number), answers, by);
                events.publishEvent(CaseEvent.of(
                        number,
                        "form-frozen",
                        by,
                        Map.of("form", code, "version", Integer.toString(version), "sha256", hash.value())));
                return new Renewals.Freezing.Frozen(version);
            });
        } catch (UnprintableText e) {
            return new Renewals.Freezing.Incomplete(Map.of(e.field(), "character-unprintable"));
        }
    }

    private static boolean holds(IssuedForm form, Map<String, String> answers) {
        return answers.entrySet().stream()
                .allMatch(answer -> answer.getValue().equals(form.values().getOrDefault(answer.getKey(), "")));
    }
}

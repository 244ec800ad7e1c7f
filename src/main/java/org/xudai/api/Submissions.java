package org.xudai.api;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.MaterialCode;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;
import org.xudai.web.Words;

/** Submitting and withdrawing, whoever does it. */
@Component
class Submissions {

    private final Renewals renewals;
    private final Words words;

    Submissions(Renewals renewals, Words words) {
        this.renewals = renewals;
        this.words = words;
    }

    record StateAnswer(String caseNumber, CaseState state) {}

    record WithdrawalEntry(
            @org.jspecify.annotations.Nullable String reason) {}

    StateAnswer submit(CaseNumber number, Actor by) {
        Renewals.Submitting result = renewals.submit(number, by);
        if (result instanceof Renewals.Submitting.Submitted submitted) {
            return new StateAnswer(number.value(), submitted.state());
        }
        if (result instanceof Renewals.Submitting.Missing missing) {
            List<FieldProblem> errors = missing.materials().stream()
                    .map(code -> new FieldProblem(code.value(), "material-missing", words.title(code.value())))
                    .toList();
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "materials-missing")
                    .with(errors)
                    .with(
                            "missing",
                            missing.materials().stream()
                                    .map(MaterialCode::value)
                                    .toList());
        }
        throw notNow(number);
    }

    StateAnswer withdraw(CaseNumber number, Actor by, WithdrawalEntry entry) {
        String reason = entry.reason() == null ? "" : entry.reason();
        if (!renewals.withdraw(number, by, reason.length() > 500 ? reason.substring(0, 500) : reason)) {
            throw notNow(number);
        }
        return state(number);
    }

    StateAnswer state(CaseNumber number) {
        return new StateAnswer(
                number.value(), renewals.find(number).orElseThrow().state());
    }

    ProblemException notNow(CaseNumber number) {
        CaseState state = renewals.find(number).orElseThrow().state();
        return new ProblemException(HttpStatus.CONFLICT, "not-now").with("state", state);
    }
}

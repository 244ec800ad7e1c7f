package org.xudai.loanbook;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;

/**
 * An import created or changed a loan.
 *
 * @param loan which
 * @param created whether it is new
 * @param fields names of the changed columns, comma-separated; empty for a new one
 * @param personal old values of changed columns
 * @param actor who imported
 */
public record LoanChanged(LoanNumber loan, boolean created, String fields, Map<String, String> personal, Actor actor)
        implements Auditable {

    @Override
    public @Nullable CaseNumber caseNumber() {
        return null;
    }

    @Override
    public String act() {
        return created ? "loanbook.loan-created" : "loanbook.loan-changed";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("loan", loan.value(), "fields", fields);
    }
}

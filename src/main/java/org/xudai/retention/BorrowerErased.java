package org.xudai.retention;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Sha256;

/** A borrower of whom no case and no loan is left is erased from the loan book. */
record BorrowerErased(String customerNumber, Due due, Sha256 certificate) implements Auditable {

    @Override
    public @Nullable CaseNumber caseNumber() {
        return null;
    }

    @Override
    public String act() {
        return "retention.borrower-erased";
    }

    @Override
    public Actor actor() {
        return Actor.system("retention");
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "customer", customerNumber,
                "clock", due.clock().name(),
                "keptUntil", due.keptUntil().toString(),
                "certificate", certificate.value());
    }
}

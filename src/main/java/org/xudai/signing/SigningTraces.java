package org.xudai.signing;

import static org.xudai.vault.Trace.Of.CASE;
import static org.xudai.vault.Trace.removed;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.Trace;
import org.xudai.vault.Traces;

/** Who signed or declined to sign what of a case. */
@Component
class SigningTraces implements Traces {

    @Override
    public List<Trace> all() {
        return List.of(
                removed(CASE, "screen_signature", "case_number = :owner"),
                removed(CASE, "signing_declined", "case_number = :owner"),
                removed(CASE, "signature_report", "case_number = :owner"));
    }
}

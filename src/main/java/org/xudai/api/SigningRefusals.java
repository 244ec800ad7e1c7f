package org.xudai.api;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.xudai.kernel.FieldProblem;
import org.xudai.renewal.FormSigning.Refusal;
import org.xudai.web.ProblemException;

/** What a refusal to sign is on the wire. */
final class SigningRefusals {

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private SigningRefusals() {}

    static ProblemException of(Refusal refusal) {
        return switch (refusal) {
            case NOT_A_SIGNER -> new ProblemException(HttpStatus.FORBIDDEN, "sign-own-only");
            case NOT_NOW -> new ProblemException(HttpStatus.CONFLICT, "not-now");
            case NOT_OFFERED, NOT_YET, ALREADY_SIGNED, DECLINED, VERSION_REPLACED, ANSWERS_MISSING ->
                new ProblemException(HttpStatus.CONFLICT, code("sign-", refusal));
            case CONSENT_MISSING -> field("consent", refusal);
            case DRAWING_EMPTY, DRAWING_TOO_LARGE -> field("strokes", refusal);
            case NAME_DIFFERS -> field("name", refusal);
            case REASON_MISSING -> Parameters.missing("reason");
            case CODE_WRONG, CODE_EXPIRED -> new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, code("", refusal));
            case CODE_TRIES -> new ProblemException(HttpStatus.TOO_MANY_REQUESTS, code("", refusal));
            case CODE_TOO_SOON ->
                new ProblemException(HttpStatus.TOO_MANY_REQUESTS, code("", refusal)).with("retryAfterSeconds", MINUTE);
            case CODE_TOO_MANY ->
                new ProblemException(HttpStatus.TOO_MANY_REQUESTS, code("", refusal)).with("retryAfterSeconds", HOUR);
            case CODE_NO_NUMBER -> new ProblemException(HttpStatus.CONFLICT, code("", refusal));
            case TIMESTAMP_AWAY -> new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "sign-timestamp-away");
        };
    }

    private static ProblemException field(String name, Refusal refusal) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid")
                .with(List.of(new FieldProblem(name, code("sign-", refusal), "")));
    }

    private static String code(String prefix, Refusal refusal) {
        return prefix + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

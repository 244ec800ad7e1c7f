package org.xudai.notices;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.CaseNumber;

/**
 * A message to send.
 *
 * @param caseNumber the case
 * @param kind which message
 * @param to who gets it
 * @param key stable key of this message within the case: the same key is queued only once
 * @param values what the texts name: {@code officer}, {@code officerPhone}, {@code deadline}, {@code firm},
 *     {@code amount}, {@code materials}, {@code reason}, {@code maturity} …
 * @param link the invitation link, a secret
 * @param code the one-time code, a secret
 */
public record NoticeRequest(
        CaseNumber caseNumber,
        NoticeKind kind,
        Recipient to,
        String key,
        Map<String, String> values,
        @Nullable String link,
        @Nullable String code) {}

package org.xudai.notices;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.CaseNumber;

/**
 * A message as a carrier gets it.
 *
 * @param id stable id: the same message tried again has the same
 * @param caseNumber the case
 * @param channel {@code SMS} or {@code MAIL}
 * @param kind which message; an SMS carrier has a template for each
 * @param to mobile number or mail address
 * @param party the party's id, or null for staff
 * @param subject subject of a mail, empty for SMS
 * @param text the text
 * @param link the invitation link in it, or null
 * @param code the one-time code in it, or null
 * @param at when it was queued
 * @param language language of the text, e.g. {@code zh-CN}
 * @param values what a carrier's template is filled with, link and code apart
 */
public record OutgoingMessage(
        String id,
        CaseNumber caseNumber,
        String channel,
        NoticeKind kind,
        String to,
        @Nullable String party,
        String subject,
        String text,
        @Nullable String link,
        @Nullable String code,
        Instant at,
        String language,
        Map<String, String> values) {

    public OutgoingMessage {
        values = Map.copyOf(values);
    }
}

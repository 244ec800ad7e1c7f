package org.xudai.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a case as staff see it: secrets masked.
 *
 * @param id id of the message
 * @param channel {@code SMS} or {@code MAIL}
 * @param kind which message
 * @param to masked address
 * @param partyId the party, or null for staff
 * @param subject subject of a mail, empty for SMS
 * @param text the text with links and codes masked
 * @param state {@code QUEUED SENT FAILED NOT_CONFIGURED}
 * @param at when queued
 * @param sentAt when the carrier took it
 */
public record Notice(
        String id,
        String channel,
        NoticeKind kind,
        String to,
        @Nullable String partyId,
        String subject,
        String text,
        String state,
        Instant at,
        @Nullable Instant sentAt) {}

package org.xudai.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;

/**
 * What is known of bytes before they are read.
 *
 * @param caseNumber the case
 * @param material the line of the checklist, or null: page codes decide
 * @param channel how they came
 * @param by who hands them in
 * @param from for a staff upload: from whom
 * @param receivedAt for a staff upload: when they came; null means now
 */
public record Submission(
        CaseNumber caseNumber,
        @Nullable MaterialCode material,
        Channel channel,
        Actor by,
        @Nullable String from,
        @Nullable Instant receivedAt) {}

package org.xudai.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.SigningWay;

/**
 * A document of a case (文件, 影像件): bytes received or issued, never changed.
 *
 * @param id identity
 * @param caseNumber the case
 * @param material its line of the checklist; null until a page code decides
 * @param channel how it came
 * @param by who handed it in
 * @param from whom the sender named, for a staff upload
 * @param receivedAt when it came; for a staff upload as entered
 * @param storedAt when its bytes were stored
 * @param state state
 * @param way way of signing, where known
 * @param files its files
 */
public record Document(
        DocumentId id,
        CaseNumber caseNumber,
        @Nullable MaterialCode material,
        Channel channel,
        Actor by,
        @Nullable String from,
        Instant receivedAt,
        Instant storedAt,
        DocumentState state,
        @Nullable SigningWay way,
        List<StoredFile> files) {}

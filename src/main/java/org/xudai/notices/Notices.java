package org.xudai.notices;

import java.util.List;
import org.xudai.kernel.CaseNumber;

/** The outbox. */
public interface Notices {

    /**
     * Queues a message by every channel its recipient has, in the caller's transaction. One-time codes leave at once,
     * the rest outside quiet hours.
     *
     * @return how many messages were queued; 0 where the recipient has no address or the key was queued before
     */
    int queue(NoticeRequest request);

    /** Messages of a case, newest first. */
    List<Notice> ofCase(CaseNumber caseNumber);
}

package org.xudai.portal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.access.PartySession;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;

/**
 * Places for uploads: one is there before the camera opens and survives a reload; one document uses it up, so that an
 * upload repeated on a bad network never makes a second one.
 */
@Component
class UploadSlots {

    private final JdbcClient jdbc;
    private final Clock clock;

    UploadSlots(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The open place of a party for a material, made where there is none. */
    UUID open(PartySession party, MaterialCode material) {
        jdbc.sql("""
                        insert into portal_upload_slot (slot, case_number, material, party_id, opened_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        UUID.randomUUID(),
                        party.caseNumber().value(),
                        material.value(),
                        party.party().value(),
                        Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("""
                        select slot from portal_upload_slot
                        where case_number = ? and material = ? and party_id = ? and document_id is null
                        """)
                .params(
                        party.caseNumber().value(),
                        material.value(),
                        party.party().value())
                .query(UUID.class)
                .single();
    }

    /** Whether a place still waits for its document. */
    boolean isOpen(PartySession party, MaterialCode material, UUID slot) {
        return jdbc.sql("""
                                select count(*) from portal_upload_slot
                                where slot = ? and case_number = ? and material = ? and party_id = ?
                                    and document_id is null
                                """)
                        .params(
                                slot,
                                party.caseNumber().value(),
                                material.value(),
                                party.party().value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Uses a place up, in the transaction that registers the document.
     *
     * @throws SlotUsed where another document has it
     */
    void use(UUID slot, DocumentId document) {
        int used = jdbc.sql("update portal_upload_slot set document_id = ? where slot = ? and document_id is null")
                .params(document.value(), slot)
                .update();
        if (used == 0) {
            throw new SlotUsed();
        }
    }

    /** The upload came before: the document is there. */
    static final class SlotUsed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SlotUsed() {
            super("the upload came before");
        }
    }
}

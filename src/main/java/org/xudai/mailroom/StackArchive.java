package org.xudai.mailroom;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.dossier.Shelves;
import org.xudai.kernel.CaseNumber;

/** Stacks for those who watch over how long they are kept. */
@Component
public class StackArchive {

    private final StackTable stacks;
    private final SheetTable sheets;
    private final Shelves shelves;

    StackArchive(StackTable stacks, SheetTable sheets, Shelves shelves) {
        this.stacks = stacks;
        this.sheets = sheets;
        this.shelves = shelves;
    }

    /** A stack that is kept, and since when. */
    public record Kept(UUID id, Instant receivedAt) {

        /** What comes before every stack. */
        public static final Kept NONE = new Kept(new UUID(0, 0), Instant.EPOCH);
    }

    /** Stacks that came before a moment and are not under way, oldest first, behind one of them. */
    public List<Kept> until(Instant moment, Kept after, int most) {
        return stacks.until(moment, after, most);
    }

    /** Cases that pages of these stacks went to. */
    public Map<UUID, List<CaseNumber>> cases(Collection<UUID> ids) {
        return sheets.cases(ids);
    }

    /**
     * Takes stacks away with their pages, also those that still wait, in the caller's transaction; what went to cases is
     * theirs, and what was done stays in the record. Their bytes go with {@link #clear}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Collection<UUID> ids) {
        stacks.remove(ids);
        ids.forEach(shelves::forget);
    }

    /** Removes the bytes of forgotten stacks. */
    public void clear(Collection<UUID> ids) {
        ids.forEach(shelves::clear);
    }
}

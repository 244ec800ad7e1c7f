package org.xudai.loanbook;

import java.util.ArrayList;
import java.util.List;
import org.xudai.loanbook.LoanImports.Note;
import org.xudai.loanbook.LoanImports.Rejection;

/** What a batch came to. */
final class Tally {

    private long created;
    private long updated;
    private long unchanged;
    private long rejectedRows;
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    /** Adds what another came to. */
    void add(Tally other) {
        created += other.created;
        updated += other.updated;
        unchanged += other.unchanged;
        rejectedRows += other.rejectedRows;
        rejections.addAll(other.rejections);
        notes.addAll(other.notes);
    }

    void took(LoanWriter.Outcome outcome) {
        switch (outcome) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
        }
    }

    void rejected(List<Rejection> problems) {
        rejectedRows++;
        rejections.addAll(problems);
    }

    void note(Note note) {
        notes.add(note);
    }

    long rows() {
        return created + updated + unchanged + rejectedRows;
    }

    long created() {
        return created;
    }

    long updated() {
        return updated;
    }

    long unchanged() {
        return unchanged;
    }

    long rejectedRows() {
        return rejectedRows;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    List<Note> notes() {
        return notes;
    }
}

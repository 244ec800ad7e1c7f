package org.xudai.access;

import java.util.List;
import java.util.Optional;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.Slice;
import org.xudai.kernel.StaffId;

/**
 * Keeping the staff and the branches: the work of a process administrator. Every change is recorded; nobody changes his
 * own roles, and a process administrator holds no role that decides on cases.
 */
public interface StaffAdministration {

    /** Longest name, in characters. */
    int NAME_LIMIT = 60;

    /** Shortest password, in characters (NIST SP 800-63B-4, 3.1.1.2: at least 15 where it stands alone). */
    int PASSWORD_MINIMUM = 15;

    /**
     * People whose sign-in name, name or employee number holds a text, by name.
     *
     * @param text what to look for; empty for everybody
     * @param page number of the page, from 0
     * @param size rows a page
     */
    Slice<StaffMember> search(String text, int page, int size);

    /**
     * Adds a person, or replaces what is known of him; a new person gets a first password.
     *
     * @param member the person as he is to be
     * @param by who does it
     */
    Saving save(StaffMember member, StaffMember by);

    /** Gives a person a new first password and ends his sessions; empty where there is no such person. */
    Optional<String> resetPassword(StaffId id, StaffMember by);

    /**
     * Changes one's own password and ends the sessions opened with the old one.
     *
     * @return what is wrong, empty where it was changed
     */
    List<FieldProblem> changePassword(StaffId id, String old, String next);

    /** Adds a branch or replaces what is known of it. */
    List<FieldProblem> save(Branch branch, StaffMember by);

    /** How many people work at a branch. */
    long staffOf(BranchCode branch);

    /** What became of saving a person. */
    sealed interface Saving {}

    /**
     * Saved.
     *
     * @param firstPassword the password to hand over, of a new person; empty otherwise. It is shown this once.
     */
    record Saved(String firstPassword) implements Saving {}

    /**
     * Not saved.
     *
     * @param problems what is wrong, by field
     */
    record Refused(List<FieldProblem> problems) implements Saving {}
}

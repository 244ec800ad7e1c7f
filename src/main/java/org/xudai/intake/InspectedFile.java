package org.xudai.intake;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one received file turned out to be.
 *
 * @param sequence its place in the document, from 1
 * @param kind by content
 * @param problem code of what is wrong with the file itself, or null
 * @param problems further codes
 * @param pages texts of the page codes on each of its pages; an empty set where none can be read
 * @param signatures number of certificate signatures
 * @param drawn whether it shows its pages as a program made them, not as pictures of paper
 */
record InspectedFile(
        int sequence,
        FileKind kind,
        @Nullable String problem,
        Set<String> problems,
        List<Set<String>> pages,
        int signatures,
        boolean drawn) {

    boolean hasProblem() {
        return problem != null || !problems.isEmpty();
    }

    static InspectedFile refused(int sequence, FileKind kind, String problem) {
        return new InspectedFile(sequence, kind, problem, Set.of(), List.of(), 0, false);
    }
}

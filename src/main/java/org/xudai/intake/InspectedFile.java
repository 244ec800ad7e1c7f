package org.xudai.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xudai.intake.check.ComparedPage;
import org.xudai.signing.SignatureReport;

/**
 * What one received file turned out to be.
 *
 * @param sequence its place in the document, from 1
 * @param kind by content
 * @param problem code of what is wrong with the file itself, or null
 * @param problems further codes, each of which refuses the file but {@link #SIGNED_WITH_LINKS}
 * @param pages texts of the page codes on each of its pages; an empty set where none can be read
 * @param compared what was measured of the pages that could be compared with issued ones
 * @param signatures number of certificate signatures
 * @param drawn whether it shows its pages as a program made them, not as pictures of paper
 * @param report what the validation of its certificate signatures found; null where there was nothing to validate
 */
record InspectedFile(
        int sequence,
        FileKind kind,
        @Nullable String problem,
        Set<String> problems,
        List<Set<String>> pages,
        List<ComparedPage> compared,
        int signatures,
        boolean drawn,
        @Nullable SignatureReport report) {

    /**
     * Tells of links to the web in a signed file, and refuses nothing: without them it would be signed no more, and nothing
     * here follows one.
     */
    static final String SIGNED_WITH_LINKS = "SIGNED_WITH_LINKS";

    private static final Pattern CODE = Pattern.compile("[A-Z_]{3,40}");
    private static final int LONGEST_PAGE_CODE = 67;

    InspectedFile {
        Objects.requireNonNull(kind);
        problems.forEach(Objects::requireNonNull);
        problems = Collections.unmodifiableSet(new LinkedHashSet<>(problems));
        pages = pages.stream().map(Set::copyOf).toList();
        compared = List.copyOf(compared);
    }

    /**
     * Whether it can be the answer of a worker that is still itself.
     *
     * @param maxPages most pages of a file
     */
    boolean isPlausible(int maxPages) {
        return Stream.concat(problems.stream(), Stream.ofNullable(problem)).allMatch(InspectedFile::isCode)
                && pages.size() <= maxPages
                && pages.stream().flatMap(Set::stream).allMatch(code -> code.length() <= LONGEST_PAGE_CODE)
                && compared.stream().allMatch(page -> page.isPlausible() && isOnItsPage(page))
                && signatures >= 0;
    }

    /** Whether a text has the form of a finding's code. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    private boolean isOnItsPage(ComparedPage one) {
        return one.page() >= 1
                && one.page() <= pages.size()
                && pages.get(one.page() - 1).contains(one.code());
    }

    /** What was measured of a page round its code. */
    Optional<ComparedPage> compared(int page, String code) {
        return compared.stream()
                .filter(one -> one.page() == page && one.code().equals(code))
                .findFirst();
    }

    /** Whether a program drew a page of it that nobody signed with a certificate: no paper that could have been signed. */
    @JsonIgnore
    boolean isUnsignedFile() {
        return signatures == 0 && (drawn || compared.stream().anyMatch(ComparedPage::drawn));
    }

    @JsonIgnore
    boolean hasProblem() {
        return problem != null || problems.stream().anyMatch(code -> !code.equals(SIGNED_WITH_LINKS));
    }

    static InspectedFile refused(int sequence, FileKind kind, String problem) {
        return new InspectedFile(sequence, kind, problem, Set.of(), List.of(), List.of(), 0, false, null);
    }
}

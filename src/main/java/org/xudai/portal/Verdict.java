package org.xudai.portal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.StoredFile;
import org.xudai.intake.Finding;
import org.xudai.intake.ReceivedPage;
import org.xudai.renewal.Material;

/**
 * A received document with what it means for him.
 *
 * @param received the document
 * @param blocking what he has to act on
 * @param asking what an officer will look at
 * @param shots its pages as he sent them
 */
record Verdict(Material.Received received, List<Finding> blocking, List<Finding> asking, List<Shot> shots) {

    private static final String RETAKES_ENDED = "RETAKES_ENDED";

    /**
     * A page as he sent it.
     *
     * @param page number of its picture, from 1
     * @param file which file it came from, from 1; 0 where that is not known
     * @param sheet which page of the form it shows, from 1; 0 where that is not known
     * @param kept whether it stays as a page of the form, whatever becomes of the rest
     * @param problems what is wrong with this one
     */
    record Shot(int page, int file, int sheet, boolean kept, List<Finding> problems) {

        /** Whether this one is in order as it is. */
        public boolean isGood() {
            return problems.isEmpty();
        }

        /** Problems that can be shown on the picture. */
        public List<Finding> marked() {
            return problems.stream().filter(finding -> finding.photo() != null).toList();
        }

        /** Corners of a marked place as an SVG polygon of a picture 100 wide and 100 high. */
        public String polygon(Finding finding) {
            List<Finding.Corner> corners = finding.photo() == null ? List.of() : finding.photo();
            return corners.stream()
                    .map(corner -> corner.x() * 100 + "," + corner.y() * 100)
                    .collect(Collectors.joining(" "));
        }
    }

    static Verdict of(Material.Received received) {
        List<Finding> blocking = ofLevel(received, Finding.Level.BLOCK);
        return new Verdict(received, blocking, ofLevel(received, Finding.Level.ASK), shots(received, blocking));
    }

    private static List<Finding> ofLevel(Material.Received received, Finding.Level level) {
        return received.findings().stream()
                .filter(finding -> finding.level() == level)
                .toList();
    }

    private static List<Shot> shots(Material.Received received, List<Finding> blocking) {
        List<StoredFile> files = received.document().files();
        Set<Integer> unseen = blocking.stream().map(Finding::file).collect(Collectors.toSet());
        List<Integer> drawn = files.stream()
                .map(StoredFile::sequence)
                .filter(sequence -> files.size() == received.pages() || !unseen.contains(sequence))
                .toList();
        List<Shot> shots = new ArrayList<>();
        IntStream.rangeClosed(1, received.pages()).forEach(page -> {
            int file = files.size() == 1 ? 1 : drawn.size() == received.pages() ? drawn.get(page - 1) : 0;
            Optional<ReceivedPage> shown = received.pagesOfForm().stream()
                    .filter(known -> known.position() == page)
                    .findFirst();
            int sheet = shown.map(ReceivedPage::page).orElse(0);
            shots.add(new Shot(
                    page,
                    file,
                    sheet,
                    shown.map(ReceivedPage::good).orElse(false),
                    blocking.stream()
                            .filter(finding -> file > 0 && finding.file() == file && finding.concerns(file, page))
                            .filter(finding -> finding.page() == null || sheet == 0 || finding.page() == sheet)
                            .toList()));
        });
        return shots;
    }

    /** What he has to take again, as he sent it. */
    public List<Shot> again() {
        boolean alone = shots.size() == 1 && received.document().files().size() == 1;
        return shots.stream()
                .filter(shot -> isRefused() && !isOnlyIncomplete() && (alone || !shot.isGood()))
                .toList();
    }

    /** All that he sent beside. */
    public List<Shot> others() {
        List<Shot> again = again();
        return shots.stream().filter(shot -> !again.contains(shot)).toList();
    }

    public DocumentState state() {
        return received.document().state();
    }

    /** Whether it still waits for its verdict. */
    public boolean isPending() {
        return state() == DocumentState.RECEIVED || state() == DocumentState.INSPECTING;
    }

    public boolean isRefused() {
        return state() == DocumentState.REFUSED;
    }

    /** Whether it counts as handed in. */
    public boolean isCounting() {
        return state() == DocumentState.ACCEPTED || state() == DocumentState.UNDECIDED;
    }

    /** Whether all that is wrong is a page that did not come. */
    public boolean isOnlyIncomplete() {
        return isRefused()
                && !blocking.isEmpty()
                && blocking.stream().allMatch(finding -> finding.code().equals("PAGE_MISSING"));
    }

    /** What he has to act on, each sentence once: two places of a page may lack the same. */
    public List<Finding> acting() {
        return once(blocking);
    }

    /**
     * What an officer will look at, where it says more than that he will. Of a page that was taken often enough nothing else
     * is told: the other sentences ask for one more photo.
     */
    public List<Finding> telling() {
        Set<Integer> ended = asking.stream()
                .filter(finding -> finding.code().equals(RETAKES_ENDED))
                .map(finding -> Objects.requireNonNullElse(finding.page(), 0))
                .collect(Collectors.toSet());
        return isCounting()
                ? once(asking.stream()
                        .filter(finding -> !finding.code().endsWith("_TO_CHECK"))
                        .filter(finding -> finding.code().equals(RETAKES_ENDED) || !ended.contains(finding.page()))
                        .toList())
                : List.of();
    }

    private static List<Finding> once(List<Finding> findings) {
        Set<Object> told = new HashSet<>();
        return findings.stream()
                .filter(finding -> told.add(List.of(finding.code(), finding.values())))
                .toList();
    }

    /** Size of all its files in MB, one decimal. */
    public String megabytes() {
        long bytes =
                received.document().files().stream().mapToLong(StoredFile::size).sum();
        return String.format(Locale.ROOT, "%.1f", Math.max(0.1, bytes / 1048576.0));
    }
}

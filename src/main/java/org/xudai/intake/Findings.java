package org.xudai.intake;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.intake.check.Answer;
import org.xudai.intake.compare.Region;

/** Gives each finding its level: the code decides the fact, the bank decides how severe it is. */
@Component
class Findings {

    private static final Set<String> ASK = Set.of(
            "UNREADABLE",
            "CODE_MISSING",
            "PAGE_TWICE",
            "PAGES_KEPT_TO_CHECK",
            "SHADOW",
            "NOT_COMPARED",
            "VALUE_ALTERED",
            "VALUE_UNCERTAIN",
            "SIGNATURE_UNCERTAIN",
            "SEAL_UNCERTAIN",
            "DATE_UNCERTAIN",
            "TEXT_EMPTY",
            "TEXT_UNCERTAIN",
            "OTHER_CHOP",
            "STRAY_INK",
            "RETAKES_ENDED",
            "SIGNER_UNKNOWN",
            "NOT_SIGNED",
            InspectedFile.SIGNED_WITH_LINKS,
            "MARKS_TO_CHECK",
            "PICTURE_TO_CHECK",
            "TABLE_TO_CHECK",
            "MATERIAL_UNKNOWN");

    /** What another photo would mend. */
    static final Set<String> QUALITY = Set.of("BLURRED", "CUT_OFF", "TOO_SMALL", "SHADOW");

    private static final Set<String> INFO = Set.of("NOT_SCANNED", "PAGES_KEPT", "SIGNATURE_INTACT", "TEXT_TYPED");

    private final IntakeSettings settings;

    Findings(IntakeSettings settings) {
        this.settings = settings;
    }

    Finding of(String code, @Nullable Integer page, Map<String, String> values) {
        return new Finding(code, level(code), page, null, null, values);
    }

    /**
     * What a page was found to be.
     *
     * @param number number of the page in its form, from 1
     * @param file the file it came in, from 1
     * @param retakeable whether the sender may be asked for another photo; otherwise a picture of little quality is for a person
     *     to decide about
     */
    Finding of(Answer answer, int number, int file, boolean retakeable) {
        Finding.Level level = level(answer.code());
        boolean spared = isForARetake(answer) && !retakeable;
        return new Finding(
                answer.code(),
                spared ? Finding.Level.ASK : level,
                number,
                box(answer.place()),
                answer.photo().isEmpty()
                        ? null
                        : answer.photo().stream()
                                .map(spot -> new Finding.Corner(within(spot.x()), within(spot.y())))
                                .toList(),
                pageOfFile(number, file));
    }

    /** A finding about a page as a whole, which is shown nowhere on it. */
    Finding ofPage(String code, int number, int file) {
        return of(code, number, pageOfFile(number, file));
    }

    /** Whether the borrower has to take another photo, and nothing else. */
    boolean isForARetake(Answer answer) {
        return QUALITY.contains(answer.code()) && level(answer.code()) == Finding.Level.BLOCK;
    }

    private static Map<String, String> pageOfFile(int number, int file) {
        return Map.of("page", Integer.toString(number), "file", Integer.toString(file));
    }

    private static Finding.@Nullable Box box(@Nullable Region place) {
        return place == null ? null : new Finding.Box(place.x(), place.y(), place.width(), place.height());
    }

    private Finding.Level level(String code) {
        Finding.Level standard =
                INFO.contains(code) ? Finding.Level.INFO : ASK.contains(code) ? Finding.Level.ASK : Finding.Level.BLOCK;
        return settings.levels().getOrDefault(code, standard);
    }

    private static double within(double share) {
        return Math.max(0, Math.min(1, share));
    }

    Finding of(String code) {
        return of(code, null, Map.of());
    }
}

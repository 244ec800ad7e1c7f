package org.xudai.intake;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.dossier.Channel;
import org.xudai.forms.FormBox;
import org.xudai.intake.check.Answer;

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
            "SIGNER_UNKNOWN",
            "NOT_SIGNED",
            "MARKS_TO_CHECK",
            "PICTURE_TO_CHECK",
            "TABLE_TO_CHECK",
            "MATERIAL_UNKNOWN");
    private static final Set<String> QUALITY = Set.of("CUT_OFF", "TOO_SMALL");
    private static final Set<String> INFO = Set.of("NOT_SCANNED", "PAGES_KEPT", "SIGNATURE_INTACT");

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
     * @param door how it came: over a staff door a picture of little quality is for a person to decide about, since nobody
     *     there can take it again
     */
    Finding of(Answer answer, int number, int file, Channel door) {
        FormBox box = answer.box();
        boolean spared = QUALITY.contains(answer.code())
                && door != Channel.PORTAL
                && level(answer.code()) == Finding.Level.BLOCK;
        return new Finding(
                answer.code(),
                spared ? Finding.Level.ASK : level(answer.code()),
                number,
                box == null ? null : new Finding.Box(box.x(), box.y(), box.width(), box.height()),
                answer.photo().isEmpty()
                        ? null
                        : answer.photo().stream()
                                .map(spot -> new Finding.Corner(within(spot.x()), within(spot.y())))
                                .toList(),
                Map.of("page", Integer.toString(number), "file", Integer.toString(file)));
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

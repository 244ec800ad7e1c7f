package org.xudai.intake;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives each finding its level: the code decides the fact, the bank decides how severe it is. */
@Component
class Findings {

    private static final Set<String> ASK = Set.of(
            "UNREADABLE",
            "CODE_MISSING",
            "PAGE_TWICE",
            "PAGES_KEPT_TO_CHECK",
            "SHADOW",
            "SIGNER_UNKNOWN",
            "NOT_SIGNED",
            "MARKS_TO_CHECK",
            "PICTURE_TO_CHECK",
            "TABLE_TO_CHECK",
            "MATERIAL_UNKNOWN");
    private static final Set<String> INFO = Set.of("NOT_SCANNED", "PAGES_KEPT", "SIGNATURE_INTACT");

    private final IntakeSettings settings;

    Findings(IntakeSettings settings) {
        this.settings = settings;
    }

    Finding of(String code, @Nullable Integer page, Map<String, String> values) {
        Finding.Level standard =
                INFO.contains(code) ? Finding.Level.INFO : ASK.contains(code) ? Finding.Level.ASK : Finding.Level.BLOCK;
        return new Finding(code, settings.levels().getOrDefault(code, standard), page, null, null, values);
    }

    Finding of(String code) {
        return of(code, null, Map.of());
    }
}

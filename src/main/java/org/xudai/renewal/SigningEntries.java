package org.xudai.renewal;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xudai.pdf.Ink;
import org.xudai.pdf.InkField;
import org.xudai.signing.Consent;
import org.xudai.signing.ScreenSignature;

/** Checks what a signer entered, before his code is used up. */
@Component
class SigningEntries {

    private static final int MOST_STROKES = 300;
    private static final int MOST_POINTS = 10_000;

    private final InkField ink;

    SigningEntries(InkField ink) {
        this.ink = ink;
    }

    Optional<FormSigning.Refusal> refusal(FormSigning.Entry entry, String name) {
        if (entry.consent() != Consent.CURRENT) {
            return Optional.of(FormSigning.Refusal.CONSENT_MISSING);
        }
        if (entry.mode() == ScreenSignature.Mode.TYPED) {
            boolean same =
                    plain(entry.name()).equals(plain(name)) && ink.missing(name).isEmpty();
            return same ? Optional.empty() : Optional.of(FormSigning.Refusal.NAME_DIFFERS);
        }
        int points = entry.strokes().stream().mapToInt(List::size).sum();
        if (entry.strokes().size() > MOST_STROKES || points > MOST_POINTS) {
            return Optional.of(FormSigning.Refusal.DRAWING_TOO_LARGE);
        }
        return entry.strokes().stream().anyMatch(SigningEntries::isLine)
                ? Optional.empty()
                : Optional.of(FormSigning.Refusal.DRAWING_EMPTY);
    }

    /** A dot is no signature. */
    private static boolean isLine(List<Ink.Point> stroke) {
        return stroke.stream().distinct().count() > 1;
    }

    /** A name however it was typed: without blanks and middle dots, in one width. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}·•・‧∙]", "");
    }
}

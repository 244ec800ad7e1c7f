package org.xudai.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xudai.kernel.Sha256;

/**
 * What a signer consents to. A text that somebody consented to is never changed: another text is another version, and the
 * former ones stay in the bundle as {@code signing.consent.<version>}.
 */
@Component
public class Consent {

    /** The version that is shown now. */
    public static final int CURRENT = 1;

    private final MessageSource texts;

    Consent(MessageSource texts) {
        this.texts = texts;
    }

    /** The current text in a language. */
    public String text(Locale language) {
        return texts.getMessage("signing.consent." + CURRENT, null, language);
    }

    /** The hash of the current text in a language, for the record. */
    public Sha256 hash(Locale language) {
        try {
            return new Sha256(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text(language).getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}

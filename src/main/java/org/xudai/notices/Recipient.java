package org.xudai.notices;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.MobileNumber;

/**
 * To whom a message goes.
 *
 * @param partyId the party's id, or null for staff
 * @param name how he is addressed
 * @param mobile for SMS
 * @param email for mail
 * @param language language of the text
 * @param mobileRestsUntil SMS wait until then, since the number is new; null where it is not
 */
public record Recipient(
        @Nullable String partyId,
        String name,
        @Nullable MobileNumber mobile,
        @Nullable String email,
        Locale language,
        @Nullable Instant mobileRestsUntil) {

    /** Somebody whose number is not new. */
    public Recipient(
            @Nullable String partyId,
            String name,
            @Nullable MobileNumber mobile,
            @Nullable String email,
            Locale language) {
        this(partyId, name, mobile, email, language, null);
    }
}

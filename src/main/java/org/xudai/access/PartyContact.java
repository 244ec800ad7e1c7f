package org.xudai.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.MobileNumber;

/**
 * Where a party is reached.
 *
 * @param name his name
 * @param mobile his mobile, where known
 * @param email his mail address, where known
 * @param language language of messages to him
 * @param verifiedForSigning whether the mobile is verified as his own, so that it may confirm a signature
 */
public record PartyContact(
        String name,
        @Nullable MobileNumber mobile,
        @Nullable String email,
        Locale language,
        boolean verifiedForSigning) {}

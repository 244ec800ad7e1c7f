package org.xudai.loanbook;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.MobileNumber;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.ResidentId;

/**
 * A person or firm with a part in a loan.
 *
 * @param id identity
 * @param roles one person may have several
 * @param name full name, also with characters outside the BMP
 * @param residentId identity card, where known
 * @param mobile mobile, where known
 * @param standing how far the mobile is known to be his
 * @param sendingPausedUntil after a change of number nothing is sent until then
 * @param email mail address, where known
 * @param language language of messages
 * @param spouseOf for a spouse: the guarantor or mortgagor
 * @param actsForSigner whether the contact signs by a 授权委托书
 */
public record Party(
        PartyId id,
        Set<PartyRole> roles,
        String name,
        @Nullable ResidentId residentId,
        @Nullable MobileNumber mobile,
        NumberStanding standing,
        @Nullable Instant sendingPausedUntil,
        @Nullable String email,
        Locale language,
        @Nullable PartyId spouseOf,
        boolean actsForSigner) {

    public boolean is(PartyRole role) {
        return roles.contains(role);
    }
}

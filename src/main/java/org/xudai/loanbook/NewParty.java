package org.xudai.loanbook;

import org.jspecify.annotations.Nullable;

/**
 * A party to register, as entered: checked on registering.
 *
 * @param role its role
 * @param name full name
 * @param residentId identity card number
 * @param mobile mobile number
 * @param email mail address
 * @param spouseOf name of the guarantor or mortgagor whose spouse this is
 * @param actsForSigner whether the contact signs by a 授权委托书
 */
public record NewParty(
        PartyRole role,
        String name,
        @Nullable String residentId,
        @Nullable String mobile,
        @Nullable String email,
        @Nullable String spouseOf,
        boolean actsForSigner) {}

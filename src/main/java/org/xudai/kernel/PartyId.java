package org.xudai.kernel;

import java.util.UUID;

/** Identity of a party: signer, contact, shareholder, guarantor, mortgagor or spouse. */
public record PartyId(UUID value) {

    public static PartyId of(String text) {
        return new PartyId(UUID.fromString(text));
    }

    public static PartyId random() {
        return new PartyId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

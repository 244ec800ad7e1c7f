package org.xudai.access;

import java.time.Instant;
import java.util.Optional;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.PartyId;

/** Links by which a party comes to his case. */
public interface Invitations {

    /** Makes a new link; older ones of the party stay valid. */
    Invitation mint(CaseNumber caseNumber, PartyId party, Instant validUntil, Actor by);

    /** Who a link belongs to: nothing where it is unknown, expired or revoked. Changes nothing. */
    Optional<PartySession> resolve(String token);

    /** Ends every link and session of a party in a case. */
    void revoke(CaseNumber caseNumber, PartyId party, Actor by);

    /** Notes that somebody of the bank handed a link over by himself, e.g. by chat or as a QR code on the screen. */
    void noteHandedOver(CaseNumber caseNumber, PartyId party, String how, Actor by);
}

package org.xudai.access;

import java.util.Optional;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.PartyId;

/** Tells where a party of a case is reached; implemented by the module that keeps the case. */
public interface PartyContacts {

    /** The contact data, or nothing where the party does not belong to the case or the case no longer lets him in. */
    Optional<PartyContact> contactOf(CaseNumber caseNumber, PartyId party);
}

package org.xudai.access;

import java.util.Optional;

/** The party who makes this request. */
public interface CurrentParty {

    Optional<PartySession> find();

    /**
     * The party of this request.
     *
     * @throws org.springframework.security.access.AccessDeniedException where there is none
     */
    PartySession require();
}

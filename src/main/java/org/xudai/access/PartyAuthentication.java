package org.xudai.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in party in Spring Security's words. */
final class PartyAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    /** The only authority of a party. */
    static final String AUTHORITY = "PARTY";

    private final transient PartySession session;

    PartyAuthentication(PartySession session) {
        super(List.of(new SimpleGrantedAuthority(AUTHORITY)));
        this.session = session;
        setAuthenticated(true);
    }

    PartySession session() {
        return session;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return session.party().toString();
    }
}

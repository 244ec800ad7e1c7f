package org.xudai.access;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who a token of the bank's sign-on (OIDC) stands for: the member of staff whose sign-in name its claim
 * {@code xudai.access.staff-claim} gives. Roles and branch are always our own table's, never the token's.
 */
final class StaffTokens implements Converter<Jwt, AbstractAuthenticationToken> {

    private final UserDetailsService staff;
    private final String claim;

    StaffTokens(UserDetailsService staff, String claim) {
        this.staff = staff;
        this.claim = claim;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String name = token.getClaimAsString(claim);
        if (name == null) {
            throw new InvalidBearerTokenException("the token names nobody");
        }
        try {
            UserDetails member = staff.loadUserByUsername(name);
            new AccountStatusUserDetailsChecker().check(member);
            return new JwtAuthenticationToken(token, member.getAuthorities(), member.getUsername());
        } catch (AuthenticationException e) {
            throw new InvalidBearerTokenException("the token names nobody who works here", e);
        }
    }
}

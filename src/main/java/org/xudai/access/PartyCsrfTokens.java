package org.xudai.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The portal's tokens against forged requests: a hash of the cookie that the browser keeps from scripts and other sites,
 * so that nothing has to be stored. Without a cookie there is nothing to forge a request for.
 */
final class PartyCsrfTokens implements CsrfTokenRepository {

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        String secret = PartyCookies.session(request)
                .or(() -> PartyCookies.invitation(request))
                .orElseGet(Tokens::mint);
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", Tokens.hash("csrf/" + secret));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // derived anew from the cookie at each request
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return generateToken(request);
    }
}

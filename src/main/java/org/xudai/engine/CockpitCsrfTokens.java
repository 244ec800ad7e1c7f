package org.xudai.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The token that the engine's own filter keeps in the session. Read here first, so that a wrong one is answered by 403;
 * the engine's filter would throw the whole session away, and with it the desk's.
 */
class CockpitCsrfTokens implements CsrfTokenRepository {

    private static final String ATTRIBUTE = "CAMUNDA_CSRF_TOKEN";
    private static final String HEADER = "X-XSRF-TOKEN";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // the engine's filter writes it
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return token(request);
    }

    private static CsrfToken token(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object kept = session == null ? null : session.getAttribute(ATTRIBUTE);
        // where the engine has given none, one that nobody can name
        String token = kept == null ? UUID.randomUUID().toString() : kept.toString();
        return new DefaultCsrfToken(HEADER, "_csrf", token);
    }
}

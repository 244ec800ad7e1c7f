package org.xudai.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A form of the desk whose session has ended comes without a good token. It is kept and offered again after signing in,
 * never acted upon by itself; and only where the browser says that a page of our own sent it.
 */
final class EndedSessions implements AccessDeniedHandler {

    private static final String TOKEN = "_csrf";
    private static final Set<String> DOORS = Set.of("/desk/sign-in", "/desk/sign-out", "/desk/password");

    private final AccessDeniedHandlerImpl refused = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        boolean ours = denied instanceof CsrfException
                && "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                && request.getRequestURI().startsWith("/desk/");
        if (ours && DOORS.contains(request.getRequestURI())) {
            response.sendRedirect("/desk/sign-in?ended");
        } else if (ours && isForm(request) && KeptForm.keep(request, TOKEN)) {
            response.sendRedirect("/desk/go-on");
        } else {
            refused.handle(request, response, denied);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
                .isPresent();
    }
}

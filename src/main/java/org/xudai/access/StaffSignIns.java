package org.xudai.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts passwords that were wrong, on the page and on the API, and lets nobody go on guessing. A name is shut for one
 * address long before it is shut for all, so that a stranger can hardly keep somebody out.
 */
class StaffSignIns extends OncePerRequestFilter {

    private static final String BASIC = "Basic ";

    private final Knocks knocks;
    private final LimitSettings settings;
    private final BusyDoor busy;

    StaffSignIns(Knocks knocks, LimitSettings settings, BusyDoor busy) {
        this.knocks = knocks;
        this.settings = settings;
        this.busy = busy;
    }

    @EventListener
    public void failed(AuthenticationFailureBadCredentialsEvent event) {
        if (event.getAuthentication().getDetails() instanceof WebAuthenticationDetails from) {
            note(event.getAuthentication().getName(), from.getRemoteAddress());
        }
    }

    private void note(String name, String address) {
        knocks.count("sign-in/here", name + "@" + address, settings.failuresAPersonHere());
        knocks.count("sign-in/person", name, settings.failuresAPerson());
        knocks.count("sign-in/address", address, settings.failuresAnAddress());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> name = name(request);
        Optional<Duration> wait = name.flatMap(who -> wait(who, request.getRemoteAddr()));
        if (wait.isPresent()) {
            SignInName.remember(request);
            busy.answer(request, response, wait.get());
            return;
        }
        if (request.getRequestURI().equals("/desk/password")) {
            name.ifPresent(who -> note(who, request.getRemoteAddr()));
        }
        chain.doFilter(request, response);
    }

    private Optional<Duration> wait(String name, String address) {
        return knocks.full("sign-in/here", name + "@" + address, settings.failuresAPersonHere())
                .or(() -> knocks.full("sign-in/person", name, settings.failuresAPerson()))
                .or(() -> knocks.full("sign-in/address", address, settings.failuresAnAddress()));
    }

    /** The name under which this request tries a password, if it does. */
    private static Optional<String> name(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith("/desk/")) {
            return request.getMethod().equals("POST")
                    ? Optional.ofNullable(request.getParameter("username"))
                    : Optional.empty();
        }
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BASIC))
                .flatMap(header -> decoded(header.substring(BASIC.length())));
    }

    private static Optional<String> decoded(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials.strip()), StandardCharsets.UTF_8);
            return Optional.of(pair.replaceFirst("(?s):.*", ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

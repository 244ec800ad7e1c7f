package org.xudai.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds the parties' doors to their limits, by case, person and address, once it is known who comes. */
final class PublicDoors extends OncePerRequestFilter {

    private static final Pattern CODE = Pattern.compile("/i/code|/api/v1/my/code");
    private static final Pattern SESSION = Pattern.compile("/i/session|/api/v1/my/session");
    private static final Pattern UPLOAD = Pattern.compile("/my/materials/[^/]+/upload|/api/v1/my/documents");
    private static final Pattern LINK = Pattern.compile("/i/[^/]+");

    private final Knocks knocks;
    private final LimitSettings settings;
    private final BusyDoor busy;

    PublicDoors(Knocks knocks, LimitSettings settings, BusyDoor busy) {
        this.knocks = knocks;
        this.settings = settings;
        this.busy = busy;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = wait(request);
        if (wait.isPresent()) {
            busy.answer(request, response, wait.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Duration> wait(HttpServletRequest request) {
        String path = request.getRequestURI();
        String address = request.getRemoteAddr();
        boolean post = request.getMethod().equals("POST");
        if (post && CODE.matcher(path).matches()) {
            return knocks.count("code/address", address, settings.codesAnAddress());
        }
        if (post && SESSION.matcher(path).matches()) {
            return knocks.count("session/address", address, settings.sessionsAnAddress());
        }
        if (post && UPLOAD.matcher(path).matches()) {
            return knocks.count("upload/address", address, settings.uploadsAnAddress())
                    .or(this::waitOfParty);
        }
        return !post && LINK.matcher(path).matches()
                ? knocks.count("link/address", address, settings.linksAnAddress())
                : Optional.empty();
    }

    private Optional<Duration> waitOfParty() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof PartyAuthentication signedIn)) {
            return Optional.empty();
        }
        PartySession party = signedIn.session();
        return knocks.count("upload/person", party.caseNumber() + "/" + party.party(), settings.uploadsAPerson())
                .or(() -> knocks.count("upload/case", party.caseNumber().value(), settings.uploadsACase()));
    }
}

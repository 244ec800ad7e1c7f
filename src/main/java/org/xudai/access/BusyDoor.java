package org.xudai.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What somebody hears who knocked too often: when to come again, on the page he comes from, with what he typed. */
@Component
class BusyDoor {

    /** Under which name a page finds how many minutes to wait. */
    private static final String MINUTES = "waitMinutes";

    /** Pages that say it themselves, by the address of the form. */
    private static final Map<String, String> PAGES = Map.of(
            "/desk/sign-in", "/desk/sign-in?busy",
            "/desk/password", "/desk/sign-in?busy",
            "/i/code", "/i/code?was=BUSY",
            "/i/session", "/i/code?was=BUSY");

    private final SecurityProblems problems;

    BusyDoor(SecurityProblems problems) {
        this.problems = problems;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws ServletException, IOException {
        long seconds = wait.plusMillis(999).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        String path = request.getRequestURI();
        if (path.startsWith("/api/") || path.startsWith("/actuator/")) {
            problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS.value(), "too-often");
            return;
        }
        String page = PAGES.get(path);
        if (page == null) {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            request.setAttribute(MINUTES, (seconds + 59) / 60);
            request.getRequestDispatcher(page).forward(new Shown(request), response);
        }
    }

    /** The page is shown, not posted to. */
    private static final class Shown extends HttpServletRequestWrapper {

        Shown(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}

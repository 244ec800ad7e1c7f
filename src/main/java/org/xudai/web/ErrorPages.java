package org.xudai.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.Reference;

/**
 * Error pages: what happened, what to do, a short reference for the phone call; never a stack trace. A caller of the API
 * gets the same as a problem, also where his request never came to a controller.
 */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private final WebSettings settings;
    private final BusinessCalendar calendar;
    private final Words words;
    private final Problems problems;

    ErrorPages(WebSettings settings, BusinessCalendar calendar, Words words, Problems problems) {
        this.settings = settings;
        this.calendar = calendar;
        this.words = words;
        this.problems = problems;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : HttpStatus.NOT_FOUND.value();
        Reference reference = Reference.fresh();
        if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            LOG.error("a page failed, reference {}", reference, (Throwable)
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/")) {
            return problems.answer(problem(status), reference, locale);
        }
        response.setStatus(status);
        model.addAttribute("bank", settings.bank());
        model.addAttribute(
                "text",
                switch (status) {
                    case 404, 405, 400 -> "web.error.404";
                    case 410 -> "web.error.410";
                    case 401, 403 -> "web.error.403";
                    case 429 -> "web.error.429";
                    default -> "web.error.500";
                });
        model.addAttribute("waitMinutes", waitMinutes(response));
        model.addAttribute("reference", reference.value());
        model.addAttribute("time", words.moment(calendar.now()));
        boolean portal = path.startsWith("/my") || path.startsWith("/i");
        model.addAttribute("home", portal ? "/my" : "/desk/worklist");
        return "web/error";
    }

    /** How long to wait where the answer says so (Retry-After, RFC 9110, section 10.2.3), in minutes begun. */
    private static long waitMinutes(HttpServletResponse response) {
        String seconds = response.getHeader(HttpHeaders.RETRY_AFTER);
        return seconds == null ? 1 : (Long.parseLong(seconds) + 59) / 60;
    }

    private static ProblemException problem(int code) {
        HttpStatus status = Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR);
        return new ProblemException(
                status,
                switch (status) {
                    case UNAUTHORIZED -> "not-signed-in";
                    case FORBIDDEN -> "not-allowed";
                    case NOT_FOUND -> "not-found";
                    case METHOD_NOT_ALLOWED -> "method-not-allowed";
                    case NOT_ACCEPTABLE -> "not-acceptable";
                    case PAYLOAD_TOO_LARGE -> "file-too-large";
                    case UNSUPPORTED_MEDIA_TYPE -> "content-type";
                    case SERVICE_UNAVAILABLE -> "unavailable";
                    default -> status.is4xxClientError() ? "request-unreadable" : "fault";
                });
    }
}

package org.xudai.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.xudai.calendar.BusinessCalendar;

/** Error pages: what happened, what to do, a short reference for the phone call; never a stack trace. */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int REFERENCE_LENGTH = 6;

    private final WebSettings settings;
    private final BusinessCalendar calendar;
    private final SecureRandom random = new SecureRandom();

    ErrorPages(WebSettings settings, BusinessCalendar calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    @RequestMapping("/error")
    String error(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : HttpStatus.NOT_FOUND.value();
        String reference = reference();
        if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            LOG.error("a page failed, reference {}", reference, (Throwable)
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        response.setStatus(status);
        model.addAttribute("bank", settings.bank());
        model.addAttribute(
                "text",
                switch (status) {
                    case 404, 405, 400 -> "web.error.404";
                    case 401, 403 -> "web.error.403";
                    default -> "web.error.500";
                });
        model.addAttribute("reference", reference);
        model.addAttribute(
                "time",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(calendar.now().atZone(calendar.zone())));
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        boolean portal = path != null
                && (path.toString().startsWith("/my") || path.toString().startsWith("/i"));
        model.addAttribute("home", portal ? "/my" : "/desk/worklist");
        return "web/error";
    }

    private String reference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < REFERENCE_LENGTH; i++) {
            reference.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return reference.toString();
    }
}

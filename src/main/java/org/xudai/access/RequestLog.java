package org.xudai.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One line a request, with the case number as {@code case} on every line that the request writes. Tokens of invitations are
 * masked, and what follows the question mark is left out: it may hold names and phone numbers. The server's own access log
 * stays off, since it would show both.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestLog extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger("org.xudai.requests");
    private static final Pattern CASE = Pattern.compile("XD\\d{4}-\\d{7}");
    /** What somebody typed into an address: a resident ID, a mobile number, anything that is not ASCII. */
    private static final Pattern PERSONAL =
            Pattern.compile("(?<!\\d)(?:\\d{17}[\\dXx]|1[3-9]\\d{9})(?!\\d)|(?:%\\p{XDigit}{2})+");

    private static final Pattern INVITATION = Pattern.compile("^(/i/)[^/]+");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        Matcher number = CASE.matcher(request.getRequestURI());
        if (number.find()) {
            MDC.put("case", number.group());
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (LOG.isInfoEnabled() && isTold(request.getRequestURI())) {
                LOG.info(
                        "{} {} {} {} ms",
                        request.getMethod(),
                        shown(request.getRequestURI()),
                        response.getStatus(),
                        (System.nanoTime() - start) / 1_000_000);
            }
            MDC.remove("case");
        }
    }

    /** The path without secrets and without characters that would break the line. */
    static String shown(String path) {
        String masked = INVITATION.matcher(path).replaceFirst("$1***");
        String clean = PERSONAL.matcher(masked).replaceAll("***").replaceAll("[^\\x21-\\x7E]", "?");
        return clean.length() > 200 ? clean.substring(0, 200) : clean;
    }

    private static boolean isTold(String path) {
        return !path.startsWith("/assets/") && !path.startsWith("/webjars/") && !path.startsWith("/actuator/health");
    }
}

package org.xudai.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** The API takes nothing from other sites' pages, and never a session together with other credentials. */
final class CrossSiteGuard extends OncePerRequestFilter {

    private final SecurityProblems problems;

    CrossSiteGuard(SecurityProblems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            problems.write(request, response, HttpServletResponse.SC_FORBIDDEN, "cross-site");
        } else if (request.getHeader(HttpHeaders.AUTHORIZATION) != null && hasStaffCookie(request)) {
            problems.write(request, response, HttpServletResponse.SC_BAD_REQUEST, "two-credentials");
        } else {
            chain.doFilter(request, response);
        }
    }

    static boolean hasStaffCookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies).anyMatch(cookie -> cookie.getName().equals("XDSTAFF"));
    }
}

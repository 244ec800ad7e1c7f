package org.xudai.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * An upload larger than the server takes apart has no readable token, and would be refused as forged. It is read to its
 * end and thrown away, since a browser shows no answer before it has sent everything; then the page says why.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 1)
class OversizedUploads extends OncePerRequestFilter {

    private static final Pattern UPLOAD = Pattern.compile("(/my/materials/[a-z0-9-]+)/upload");

    private final long most;

    OversizedUploads(MultipartProperties settings) {
        this.most = settings.getMaxFileSize().toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher upload = UPLOAD.matcher(request.getRequestURI());
        if (request.getContentLengthLong() <= most || !upload.matches()) {
            chain.doFilter(request, response);
            return;
        }
        request.getInputStream().transferTo(OutputStream.nullOutputStream());
        response.sendRedirect(upload.group(1) + "?large");
    }
}

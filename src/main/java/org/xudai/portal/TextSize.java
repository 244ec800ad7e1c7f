package org.xudai.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The text size he chose, in a cookie, so that pages come in it at once and also where scripts do not run. */
@Configuration(proxyBeanMethods = false)
class TextSize implements WebMvcConfigurer, HandlerInterceptor {

    private static final String NAME = "XDTEXT";
    private static final List<String> SIZES = List.of("normal", "large", "largest");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/i", "/i/**", "/my", "/my/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String asked = "GET".equals(request.getMethod()) ? request.getParameter("text") : null;
        boolean chosen = asked != null && SIZES.contains(asked);
        if (chosen) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(NAME, asked)
                            .path("/")
                            .sameSite("Lax")
                            .secure(request.isSecure())
                            .maxAge(Duration.ofDays(365))
                            .build()
                            .toString());
        }
        request.setAttribute("textSize", chosen ? asked : kept(request));
        return true;
    }

    private static String kept(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(SIZES::contains)
                .findFirst()
                .orElse(SIZES.get(0));
    }
}

package org.xudai.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.xudai.kernel.StaffId;

/** The filter chains of portal, API and desk; the engine's web pages have theirs in module engine, before these. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob:; style-src 'self';"
            + " script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /** Read by a monitoring system, which signs in as machines do. */
    private static final String METRICS = "/actuator/prometheus";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Without it a text pattern misses the engine's prefix-mapped servlets. */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean requestMatcherBuilder() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService userDetailsService(StaffTable staff) {
        return name -> {
            StaffId id = Stream.of(name)
                    .filter(text -> text.matches("[A-Za-z0-9._-]{2,64}"))
                    .map(StaffId::new)
                    .findFirst()
                    .orElseThrow(() -> new UsernameNotFoundException("unknown"));
            StaffMember member = staff.find(id).orElseThrow(() -> new UsernameNotFoundException("unknown"));
            return User.withUsername(id.value())
                    .password(staff.passwordHash(id).orElseThrow())
                    .disabled(!member.enabled())
                    .credentialsExpired(staff.passwordToChange(id))
                    .authorities(Stream.concat(
                                    Stream.of("STAFF"), member.roles().stream().map(role -> "ROLE_" + role.name()))
                            .toArray(String[]::new))
                    .build();
        };
    }

    @Bean
    @Order(20)
    SecurityFilterChain partyApi(HttpSecurity http, PartySessions sessions, SecurityProblems problems)
            throws Exception {
        return http.securityMatcher("/api/v1/my/**")
                .addFilterBefore(new CrossSiteGuard(problems), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new PartyDoor(sessions, true), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/api/v1/my/code", "/api/v1/my/session")
                                .permitAll()
                                .anyRequest()
                                .hasAuthority(PartyAuthentication.AUTHORITY))
                .csrf(csrf -> csrf.disable()) // only bearer tokens are taken here, which no browser sends by itself
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(SecurityChains::strict)
                .build();
    }

    @Bean
    @Order(30)
    SecurityFilterChain staffApi(
            HttpSecurity http,
            SecurityProblems problems,
            UserDetailsService staff,
            AccessSettings settings,
            ObjectProvider<JwtDecoder> issuer)
            throws Exception {
        JwtDecoder decoder = issuer.getIfAvailable();
        if (decoder != null) {
            http.oauth2ResourceServer(tokens -> tokens.authenticationEntryPoint(problems)
                    .accessDeniedHandler(problems)
                    .jwt(jwt -> jwt.decoder(decoder)
                            .jwtAuthenticationConverter(new StaffTokens(staff, settings.staffClaim()))));
        }
        return http.securityMatcher("/api/**", METRICS)
                .addFilterBefore(new CrossSiteGuard(problems), CsrfFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(METRICS)
                                .access(Act.READ_METRICS.byRole())
                                .anyRequest()
                                .hasAuthority("STAFF"))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .csrf(csrf -> csrf.csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(SecurityChains::unsafeWithCookie))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(SecurityChains::strict)
                .build();
    }

    @Bean
    @Order(40)
    SecurityFilterChain portal(HttpSecurity http, PartySessions sessions) throws Exception {
        AccessDeniedHandlerImpl refused = new AccessDeniedHandlerImpl();
        return http.securityMatcher("/i", "/i/**", "/my", "/my/**")
                .addFilterBefore(new PartyDoor(sessions, false), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/i", "/i/**")
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(PartyAuthentication.AUTHORITY))
                .csrf(csrf -> csrf.csrfTokenRepository(new PartyCsrfTokens())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(e -> e.authenticationEntryPoint(
                                (request, response, failure) -> response.sendRedirect("/i?ended"))
                        .accessDeniedHandler(refused))
                .headers(headers -> strict(headers).referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    @Bean
    @Order(50)
    SecurityFilterChain desk(HttpSecurity http) throws Exception {
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/desk/**"));
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                "/assets/**",
                                "/webjars/**",
                                "/favicon.ico",
                                "/desk/sign-in",
                                "/desk/password",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness",
                                "/dev/**",
                                "/error")
                        .permitAll()
                        .requestMatchers("/engine-rest/**", "/v3/api-docs/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(Act.READ_METRICS.byRole())
                        .anyRequest()
                        .hasAuthority("STAFF"))
                .formLogin(form -> form.loginPage("/desk/sign-in")
                        .loginProcessingUrl("/desk/sign-in")
                        .defaultSuccessUrl("/desk/worklist")
                        .failureHandler(SecurityChains::notSignedIn))
                .logout(logout -> logout.logoutUrl("/desk/sign-out").logoutSuccessUrl("/desk/sign-in?out"))
                .csrf(csrf -> csrf.csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers("/engine-rest/**")) // nothing is there for any method
                .exceptionHandling(e -> e.accessDeniedHandler(new EndedSessions()))
                .requestCache(cache -> cache.requestCache(pages))
                .headers(SecurityChains::strict)
                .build();
    }

    /** The password was right but has to be changed first: on to the page that does it. */
    private static void notSignedIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        SignInName.remember(request);
        response.sendRedirect(
                failure instanceof CredentialsExpiredException ? "/desk/password?first" : "/desk/sign-in?error");
    }

    private static boolean unsafeWithCookie(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && CrossSiteGuard.hasStaffCookie(request);
    }

    private static HeadersConfigurer<HttpSecurity> strict(HeadersConfigurer<HttpSecurity> headers) {
        return headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}

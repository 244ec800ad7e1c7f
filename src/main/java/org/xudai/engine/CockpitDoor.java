package org.xudai.engine;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.xudai.access.Act;

/**
 * The door of the engine's web pages: process administrators alone, under the desk's sign-on. What would run scripts or
 * make people there is closed to everybody.
 */
@Configuration(proxyBeanMethods = false)
class CockpitDoor {

    @Bean
    @Order(10)
    SecurityFilterChain cockpit(HttpSecurity http) throws Exception {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        LoginUrlAuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/desk/sign-in");
        return http.securityMatcher("/camunda", "/camunda/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/camunda/api/admin/setup/**")
                        .access(Act.KEEP_ENGINE_PEOPLE.byRole())
                        .requestMatchers("/camunda/api/admin/auth/user/*/login/**")
                        .access(Act.SIGN_IN_AT_ENGINE.byRole())
                        .requestMatchers(
                                "/camunda/api/engine/engine/*/deployment/create",
                                "/camunda/api/engine/deployment/create")
                        .access(Act.DEPLOY_PROCESSES.byRole())
                        .requestMatchers("/camunda/app/tasklist/**")
                        .access(Act.WORK_IN_TASKLIST.byRole())
                        .anyRequest()
                        .access(Act.REPAIR_PROCESSES.byRole()))
                .csrf(csrf -> csrf.csrfTokenRepository(new CockpitCsrfTokens())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .logout(logout -> logout.logoutRequestMatcher(
                                paths.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout"))
                        .logoutSuccessHandler(
                                (request, response, who) -> response.setStatus(HttpServletResponse.SC_NO_CONTENT)))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, failure) -> {
                    if (request.getRequestURI().startsWith("/camunda/api/")) {
                        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                    } else {
                        signIn.commence(request, response, failure);
                    }
                }))
                .headers(headers -> headers.defaultsDisabled() // the engine sets its own content policy
                        .contentTypeOptions(Customizer.withDefaults())
                        .httpStrictTransportSecurity(Customizer.withDefaults())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
                .build();
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> cockpitSignOn() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter("authentication-provider", CockpitSignOn.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }
}

package org.xudai.access;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where limits stand: passwords are counted before anybody signs in, parties once they are known. */
@Configuration(proxyBeanMethods = false)
class LimitedDoors {

    @Bean
    StaffSignIns staffSignIns(Knocks knocks, LimitSettings settings, BusyDoor busy) {
        return new StaffSignIns(knocks, settings, busy);
    }

    @Bean
    FilterRegistrationBean<StaffSignIns> staffSignInsFilter(StaffSignIns signIns) {
        FilterRegistrationBean<StaffSignIns> filter = new FilterRegistrationBean<>(signIns);
        filter.addUrlPatterns("/desk/sign-in", "/desk/password", "/api/*", "/actuator/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<PublicDoors> publicDoors(Knocks knocks, LimitSettings settings, BusyDoor busy) {
        FilterRegistrationBean<PublicDoors> filter =
                new FilterRegistrationBean<>(new PublicDoors(knocks, settings, busy));
        filter.addUrlPatterns("/i/*", "/my/*", "/api/v1/my/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 2);
        return filter;
    }

    /** Forwarded headers count only from proxies that a setting names; anybody can write one. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(LimitSettings settings) {
        return factory -> {
            if (!settings.trustedProxies().isEmpty()) {
                RemoteIpValve valve = new RemoteIpValve();
                valve.setInternalProxies(
                        settings.trustedProxies().stream().map(Pattern::quote).collect(Collectors.joining("|")));
                valve.setRemoteIpHeader("X-Forwarded-For");
                valve.setProtocolHeader("X-Forwarded-Proto");
                valve.setHostHeader("X-Forwarded-Host");
                valve.setPortHeader("X-Forwarded-Port");
                factory.addEngineValves(valve);
            }
        };
    }
}

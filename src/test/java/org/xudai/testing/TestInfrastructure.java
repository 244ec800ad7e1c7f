package org.xudai.testing;

import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Beans that only tests have. */
@TestConfiguration(proxyBeanMethods = false)
@org.springframework.boot.autoconfigure.condition.ConditionalOnProperty("xudai.testing")
class TestInfrastructure {

    private static final int QUICKEST = 4;

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    /** A call with a password takes no tenth of a second: so slow a hash protects nothing here. */
    @Bean
    @Primary
    PasswordEncoder quickPasswordEncoder() {
        DelegatingPasswordEncoder quick =
                new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(QUICKEST)));
        quick.setDefaultPasswordEncoderForMatches(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        return quick;
    }
}

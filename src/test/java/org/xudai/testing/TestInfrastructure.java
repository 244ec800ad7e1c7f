package org.xudai.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Beans that only tests have. */
@TestConfiguration(proxyBeanMethods = false)
@org.springframework.boot.autoconfigure.condition.ConditionalOnProperty("xudai.testing")
class TestInfrastructure {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }
}

package org.xudai.loanbook;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which register renews entries: the core system where one is configured, else the built-in one. */
@Configuration(proxyBeanMethods = false)
class CoreBankingConfiguration {

    @Bean
    CoreBanking coreBanking(CoreBankingSettings settings, ObjectMapper json, JdbcClient jdbc, Clock clock) {
        return settings.url() == null || settings.url().toString().isBlank()
                ? new BuiltInRegister(jdbc, clock)
                : new HttpCoreBanking(settings.url(), settings.key(), settings.timeout(), json);
    }
}

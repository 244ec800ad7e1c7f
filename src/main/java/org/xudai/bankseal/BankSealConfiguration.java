package org.xudai.bankseal;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where the seal key comes from. The start is refused without it; development makes its own. */
@NeedsSealKey
@Configuration(proxyBeanMethods = false)
class BankSealConfiguration {

    @Bean
    SealKey sealKey(BankSealSettings settings, Environment environment, Clock clock) {
        return new SealKeyFile(settings)
                .read(environment.getProperty("xudai.development", Boolean.class, false), clock.instant());
    }
}

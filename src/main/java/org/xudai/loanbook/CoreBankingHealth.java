package org.xudai.loanbook;

import java.net.URI;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Which register renews entries, for the health page. The core system is asked only when an entry is to be renewed. */
@Component("coreBankingHealthIndicator")
class CoreBankingHealth implements HealthIndicator {

    private final CoreBankingSettings settings;

    CoreBankingHealth(CoreBankingSettings settings) {
        this.settings = settings;
    }

    @Override
    public Health health() {
        URI url = settings.url();
        return url == null || url.toString().isBlank()
                ? Health.unknown()
                        .withDetail("register", "built in: no core system is configured")
                        .build()
                : Health.up().withDetail("register", url.getAuthority()).build();
    }
}

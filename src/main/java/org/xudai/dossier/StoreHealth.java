package org.xudai.dossier;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the object store answers, for the health page. A node stays ready without it: forms and lists still work. */
@Component("objectStoreHealthIndicator")
class StoreHealth implements HealthIndicator {

    private final S3ObjectStore store;
    private final StoreSettings settings;

    StoreHealth(S3ObjectStore store, StoreSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    public Health health() {
        Health.Builder health = store.answers() ? Health.up() : Health.down();
        return health.withDetail("endpoint", settings.endpoint().toString())
                .withDetail("bucket", settings.bucket())
                .withDetail("objectLock", store.locksObjects())
                .build();
    }
}

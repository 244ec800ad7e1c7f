package org.xudai.vault;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Where the key-encryption keys are and whether they can be asked, for the health page. A node stays ready without them: what
 * was opened lately goes on.
 */
@Component("keyManagementHealthIndicator")
class KeyManagementHealth implements HealthIndicator {

    private final KeyEncryption encryption;
    private final VaultSettings settings;

    KeyManagementHealth(KeyEncryption encryption, VaultSettings settings) {
        this.encryption = encryption;
        this.settings = settings;
    }

    @Override
    public Health health() {
        if (!settings.transit().isSet()) {
            return Health.unknown()
                    .withDetail("keys", "in a file: no key management system is configured")
                    .build();
        }
        Health.Builder health = Health.up();
        try {
            health.withDetail("keys", encryption.ids().stream().sorted().toList())
                    .withDetail("inUse", encryption.currentId());
        } catch (KeyManagementUnavailable e) {
            health.down().withDetail("problem", String.valueOf(e.getMessage()));
        }
        return health.withDetail("url", String.valueOf(settings.transit().url()))
                .build();
    }
}

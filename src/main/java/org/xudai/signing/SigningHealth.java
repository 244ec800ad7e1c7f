package org.xudai.signing;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import org.xudai.bankseal.NeedsSealKey;

/** Whether forms can be signed on the screen, and whether signers by certificate can be known, for the health page. */
@Component("signingHealthIndicator")
@NeedsSealKey
class SigningHealth implements HealthIndicator {

    private final PdfSealer sealer;
    private final SigningSettings settings;

    SigningHealth(PdfSealer sealer, SigningSettings settings) {
        this.sealer = sealer;
        this.settings = settings;
    }

    @Override
    public Health health() {
        Health.Builder health = sealer.hasAuthority() ? Health.up() : Health.unknown();
        return health.withDetail(
                        "timestamps",
                        sealer.hasAuthority()
                                ? settings.timestampUrl() == null
                                        ? "of this development machine"
                                        : settings.timestampUrl().getAuthority()
                                : "not configured: nothing is signed on the screen")
                .withDetail(
                        "signers",
                        settings.trustedCertificates() == null
                                ? "not configured: no signer by certificate is known"
                                : "known by " + settings.trustedCertificates().getFileName())
                .build();
    }
}

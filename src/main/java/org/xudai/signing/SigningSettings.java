package org.xudai.signing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xudai.kernel.Setting;

/**
 * Signatures on the screen and by certificate.
 *
 * @param timestampUrl address of the time-stamping authority (RFC 3161 over HTTP); without one nothing is signed on the
 *     screen, except in development, which has an authority of its own
 * @param timestampTimeout how long an answer of the authority may take
 * @param trustedCertificates a file or directory of certificates (PEM or DER) whose holders, and whom they certify, count as
 *     known signers of uploaded PDFs; without one every signer is unknown
 * @param revocationLists directory of the revocation lists (CRL, PEM or DER) of those authorities, kept fresh by the bank
 * @param revocation whether a signer's certificate counts only where a revocation list says that it was not withdrawn
 */
@ConfigurationProperties("xudai.signing")
record SigningSettings(
        @Nullable URI timestampUrl,
        @DefaultValue("10s") Duration timestampTimeout,
        @Nullable Path trustedCertificates,
        @Nullable Path revocationLists,
        @DefaultValue("REQUIRED") TrustMaterial.Revocation revocation) {

    SigningSettings {
        if (timestampUrl != null) {
            Setting.address("xudai.signing.timestamp-url", timestampUrl);
        }
        Setting.positive("xudai.signing.timestamp-timeout", timestampTimeout);
    }
}

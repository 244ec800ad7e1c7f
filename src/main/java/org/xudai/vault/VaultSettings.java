package org.xudai.vault;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xudai.kernel.Setting;

/**
 * Keys of what is stored.
 *
 * @param keyEncryptionKeyFile file of the keys that wrap the data keys of cases and borrowers: a line for each,
 *     {@code <id> <64 hexadecimal digits>}; the last one wraps, all unwrap. Not needed where a key management system wraps
 *     and nothing is left that a key of the file wrapped
 * @param searchHashKeyFile file of the keys of the hashes by which phones, ID numbers and credit codes are found: a line for
 *     each, {@code <id> <64 hexadecimal digits>}; the last one makes new hashes, all find
 * @param seals whether new values are sealed. False only during a rolling upgrade from a release without a vault, as long as
 *     nodes of it run, which cannot read sealed values; sealed ones are read either way
 * @param transit the key management system: the Transit engine of HashiCorp Vault (1.13 or later) or OpenBao
 */
@ConfigurationProperties("xudai.vault")
record VaultSettings(
        @Nullable Path keyEncryptionKeyFile,
        @Nullable Path searchHashKeyFile,
        @DefaultValue("true") boolean seals,
        @DefaultValue Transit transit) {

    /**
     * The key management system.
     *
     * @param url address of the system, e.g. {@code https://vault.bank.example:8200}; none: the keys of the file wrap
     * @param mount path where the Transit engine is mounted, with a namespace before it where there is one
     * @param key name of the key; its versions are made and aged there
     * @param tokenFile file that holds the token and nothing else, read before each question, so that an agent may renew it
     *     on disk; its policy needs {@code update} on {@code encrypt/<key>} and {@code decrypt/<key>}, {@code read} on
     *     {@code keys/<key>}
     * @param wraps whether this key wraps. False while nodes learn of it: the file's last key still wraps, and what was
     *     wrapped here opens
     * @param timeout longest wait for an answer
     * @param pause how long nothing is asked after a question without an answer, so that people are told at once and jobs do
     *     not wait in a row
     */
    record Transit(
            @Nullable URI url,
            @DefaultValue("transit") String mount,
            @DefaultValue("xudai") String key,
            @Nullable Path tokenFile,
            @DefaultValue("true") boolean wraps,
            @DefaultValue("PT3S") Duration timeout,
            @DefaultValue("PT1S") Duration pause) {

        private static final String PREFIX = "xudai.vault.transit.";

        Transit {
            if (url != null && !url.toString().isEmpty()) {
                Setting.address(PREFIX + "url", url);
                Setting.require(tokenFile != null, PREFIX + "token-file", "has to name a file where there is a url");
            }
            Setting.require(
                    mount.matches("\\w[\\w.-]*(/\\w[\\w.-]*)*"),
                    PREFIX + "mount",
                    "has to be a path like transit or bank/transit, not " + mount);
            Setting.require(
                    key.matches("\\w[\\w.-]*"), PREFIX + "key", "has to be a name of letters and digits, not " + key);
            Setting.positive(PREFIX + "timeout", timeout);
            Setting.positive(PREFIX + "pause", pause);
        }

        boolean isSet() {
            return url != null && !url.toString().isEmpty();
        }
    }
}

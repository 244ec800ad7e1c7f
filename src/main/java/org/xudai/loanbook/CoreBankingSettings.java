package org.xudai.loanbook;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xudai.kernel.Setting;

/**
 * The core banking system.
 *
 * @param url address of its whitelist register; none: the built-in register keeps the entries
 * @param key bearer key
 * @param timeout longest wait for an answer
 */
@ConfigurationProperties("xudai.core-banking")
record CoreBankingSettings(
        @Nullable URI url,
        @DefaultValue("") String key,
        @DefaultValue("PT20S") Duration timeout) {

    CoreBankingSettings {
        if (url != null && !url.toString().isEmpty()) {
            Setting.address("xudai.core-banking.url", url);
        }
        Setting.positive("xudai.core-banking.timeout", timeout);
    }
}

package org.xudai.vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where the keys come from. The start is refused without them; development makes its own. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    static final String KEY_ENCRYPTION = "xudai.vault.key-encryption-key-file";
    static final String SEARCH_HASH = "xudai.vault.search-hash-key-file";

    @Bean
    KeyEncryption keyEncryption(VaultSettings settings, Environment environment) {
        return new FileKeyEncryption(
                KeyFile.read(KEY_ENCRYPTION, settings.keyEncryptionKeyFile(), isDevelopment(environment)));
    }

    @Bean
    SearchHashes searchHashes(VaultSettings settings, Environment environment) {
        return new SearchHashes(KeyFile.read(SEARCH_HASH, settings.searchHashKeyFile(), isDevelopment(environment)));
    }

    private static boolean isDevelopment(Environment environment) {
        return environment.getProperty("xudai.development", Boolean.class, false);
    }
}

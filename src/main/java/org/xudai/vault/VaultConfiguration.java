package org.xudai.vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where the keys come from. The start is refused without them; development makes its own. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    static final String KEY_ENCRYPTION = "xudai.vault.key-encryption-key-file";
    static final String TRANSIT = "xudai.vault.transit";
    static final String SEARCH_HASH = "xudai.vault.search-hash-key-file";

    /** The keys of the file, those of the key management system, or both: then one wraps, and either opens its own. */
    @Bean
    KeyEncryption keyEncryption(VaultSettings settings, Environment environment) {
        VaultSettings.Transit transit = settings.transit();
        if (!transit.isSet()) {
            return file(settings, environment);
        }
        KeyEncryption system = new TransitKeyEncryption(transit);
        if (transit.wraps()) {
            return settings.keyEncryptionKeyFile() == null
                    ? system
                    : new RoutedKeyEncryption(system, file(settings, environment));
        }
        return new RoutedKeyEncryption(file(settings, environment), system);
    }

    private static KeyEncryption file(VaultSettings settings, Environment environment) {
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

package org.xudai.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys of what is stored.
 *
 * @param keyEncryptionKeyFile file of the keys that wrap the data keys of cases and borrowers: a line for each,
 *     {@code <id> <64 hexadecimal digits>}; the last one wraps, all unwrap
 * @param searchHashKeyFile file of the keys of the hashes by which phones, ID numbers and credit codes are found: a line for
 *     each, {@code <id> <64 hexadecimal digits>}; the last one makes new hashes, all find
 */
@ConfigurationProperties("xudai.vault")
record VaultSettings(
        @Nullable Path keyEncryptionKeyFile, @Nullable Path searchHashKeyFile) {}

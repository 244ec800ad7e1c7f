package org.xudai.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys of what is stored.
 *
 * @param keyEncryptionKeyFile file of the keys that wrap the data keys of cases and borrowers: a line for each,
 *     {@code <id> <64 hexadecimal digits>}; the last one wraps, all unwrap
 * @param searchHashKeyFile file of the keys of the hashes by which phones, ID numbers and credit codes are found: a line for
 *     each, {@code <id> <64 hexadecimal digits>}; the last one makes new hashes, all find
 * @param seals whether new values are sealed. False only during a rolling upgrade from a release without a vault, as long as
 *     nodes of it run, which cannot read sealed values; sealed ones are read either way
 */
@ConfigurationProperties("xudai.vault")
record VaultSettings(
        @Nullable Path keyEncryptionKeyFile,
        @Nullable Path searchHashKeyFile,
        @DefaultValue("true") boolean seals) {}

package org.xudai.bankseal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.xudai.kernel.Setting;

/**
 * The bank's seal.
 *
 * @param keyFile PKCS#12 file (RFC 7292) with the key and its certificate chain: RSA of 2048 bits or more, or EC; the same
 *     on every node
 * @param passwordFile file whose first line is the password of the key file
 * @param alias name of the key in the key file; may be left out where the file holds one key alone
 */
@ConfigurationProperties("xudai.bank-seal")
record BankSealSettings(
        @Nullable Path keyFile,
        @Nullable Path passwordFile,
        @Nullable String alias) {

    static final String KEY_FILE = "xudai.bank-seal.key-file";
    static final String PASSWORD_FILE = "xudai.bank-seal.password-file";
    static final String ALIAS = "xudai.bank-seal.alias";

    BankSealSettings {
        if (alias != null) {
            Setting.filled(ALIAS, alias);
        }
    }
}

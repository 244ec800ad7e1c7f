package org.xudai.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a node finds its database, its object store and its keys.
 *
 * @param databaseUrl JDBC address of a database of its own
 * @param store address of an {@link ObjectStoreServer}, or of what stands before it
 * @param keys where the key files are, or are made
 */
public record ServerSettings(String databaseUrl, URI store, Path keys) {

    /** As {@code name=value}. */
    public List<String> properties() {
        return List.of(
                "spring.datasource.url=" + databaseUrl,
                "spring.datasource.username=postgres",
                "spring.datasource.password=postgres",
                "xudai.development=true",
                "xudai.store.endpoint=" + store,
                "xudai.store.access-key=" + ObjectStoreServer.ACCESS_KEY,
                "xudai.store.secret-key=" + ObjectStoreServer.SECRET_KEY,
                "xudai.forms.page-code-key-file=" + keys.resolve("page-codes.key"),
                "xudai.vault.key-encryption-key-file=" + keys.resolve("key-encryption.key"),
                "xudai.vault.search-hash-key-file=" + keys.resolve("search-hash.key"),
                "xudai.bank-seal.key-file=" + keys.resolve("bank-seal.p12"),
                "xudai.bank-seal.password-file=" + keys.resolve("bank-seal.password"));
    }

    /** As arguments of a command line, with others behind them. */
    public List<String> argumentsWith(String... others) {
        return Stream.concat(properties().stream().map(property -> "--" + property), Stream.of(others))
                .toList();
    }
}

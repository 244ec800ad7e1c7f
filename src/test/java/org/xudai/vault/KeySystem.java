package org.xudai.vault;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** A key management system that can be taken away. */
public final class KeySystem implements AutoCloseable {

    private final TransitServer server = new TransitServer();

    /** The vault of a node that has opened nothing yet. */
    public Vault vault(DataSource database) {
        return TestKeys.vault(database, server.client(), Clock.systemUTC());
    }

    /** What a node is started with to have its keys here. */
    public List<String> settings() {
        VaultSettings.Transit transit = server.settings();
        return List.of(
                "--xudai.vault.transit.url=" + transit.url(),
                "--xudai.vault.transit.mount=" + transit.mount(),
                "--xudai.vault.transit.token-file=" + transit.tokenFile());
    }

    /** Takes it away, or brings it back. */
    public void isAway(boolean away) {
        server.seal(away);
    }

    @Override
    public void close() {
        server.close();
    }
}

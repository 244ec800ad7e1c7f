package org.xudai.audit;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Sha256;
import org.xudai.vault.Cell;
import org.xudai.vault.DataKeyDestroyed;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.Vault;
import org.xudai.vault.VaultFault;

/**
 * What is personal about an entry, beside its chain: the one place that knows how it is kept. The entry holds its salted
 * hash of the plain content alone, so that a row taken away leaves the chain whole, and so does a data key destroyed. A row
 * is never changed: what was kept before there was a vault stays as it is.
 */
@Component
class PayloadTable {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    PayloadTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A payload as it is kept. */
    record Payload(String salt, String content) {

        Sha256 hash() {
            return EntryHash.ofPayload(salt, content);
        }

        Map<String, String> personal() {
            return CanonicalJson.read(content);
        }
    }

    /** Keeps a payload and gives its salted hash; empty where there is nothing to keep. */
    String keep(String chain, long position, Map<String, String> personal) {
        if (personal.isEmpty()) {
            return "";
        }
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        Payload payload = new Payload(HexFormat.of().formatHex(bytes), CanonicalJson.write(personal));
        jdbc.sql("insert into audit_payload (chain, position, salt, content) values (?, ?, ?, ?)")
                .params(chain, position, payload.salt(), vault.seal(cell(chain, position), payload.content()))
                .update();
        return payload.hash().value();
    }

    /** The payloads of a chain that are still there, by position. */
    Map<Long, Payload> ofChain(String chain) {
        Map<Long, Payload> stored = new HashMap<>();
        jdbc.sql("select position, salt, content from audit_payload where chain = ?")
                .param(chain)
                .query(row -> {
                    stored.put(row.getLong("position"), new Payload(row.getString("salt"), row.getString("content")));
                });
        Map<Long, Payload> payloads = new HashMap<>();
        stored.forEach((position, payload) ->
                opened(chain, position, payload).ifPresent(opened -> payloads.put(position, opened)));
        return payloads;
    }

    /** A payload whose key was destroyed is gone; one that does not open is none of which the hash holds. */
    private Optional<Payload> opened(String chain, long position, Payload stored) {
        try {
            return Optional.of(new Payload(stored.salt(), vault.open(cell(chain, position), stored.content())));
        } catch (DataKeyDestroyed e) {
            return Optional.empty();
        } catch (VaultFault e) {
            return Optional.of(new Payload(stored.salt(), "{}"));
        }
    }

    private static Cell cell(String chain, long position) {
        KeyOwner owner = chain.equals(ChainWriter.BOOK) ? KeyOwner.BOOK : KeyOwner.of(new CaseNumber(chain));
        return new Cell(owner, "audit_payload", "content", chain + "/" + position);
    }
}

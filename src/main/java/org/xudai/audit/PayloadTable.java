package org.xudai.audit;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.Sha256;

/**
 * What is personal about an entry, beside its chain: the one place that knows how it is kept. The entry holds its salted
 * hash alone, so that a row taken away leaves the chain whole.
 */
@Component
class PayloadTable {

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    PayloadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
                .params(chain, position, payload.salt(), payload.content())
                .update();
        return payload.hash().value();
    }

    /** The payloads of a chain that are still there, by position. */
    Map<Long, Payload> ofChain(String chain) {
        Map<Long, Payload> payloads = new HashMap<>();
        jdbc.sql("select position, salt, content from audit_payload where chain = ?")
                .param(chain)
                .query(row -> {
                    payloads.put(row.getLong("position"), new Payload(row.getString("salt"), row.getString("content")));
                });
        return payloads;
    }
}

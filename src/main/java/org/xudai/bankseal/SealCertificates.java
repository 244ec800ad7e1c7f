package org.xudai.bankseal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.Sha256;

/** The certificates by which the bank has signed so far, each kept once. */
@Component
public class SealCertificates {

    private final JdbcClient jdbc;

    SealCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a certificate for whoever checks its signatures later; before the first of them is stored. */
    public void keep(SealCertificate certificate, Instant at) {
        jdbc.sql("insert into bank_seal_certificate values (?, ?, ?) on conflict do nothing")
                .params(certificate.id().value(), certificate.pem(), Timestamp.from(at))
                .update();
    }

    /** A certificate by its id; empty also where what is kept under the id is another one or none. */
    public Optional<SealCertificate> find(Sha256 id) {
        return jdbc.sql("select certificates from bank_seal_certificate where key_id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .flatMap(SealCertificate::find)
                .filter(certificate -> certificate.id().equals(id));
    }
}

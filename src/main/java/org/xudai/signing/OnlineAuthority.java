package org.xudai.signing;

import eu.europa.esig.dss.service.SecureRandomNonceSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A time-stamping authority reached over HTTP (RFC 3161, 3.4). */
final class OnlineAuthority implements TimestampAuthority {

    private final OnlineTSPSource source;

    OnlineAuthority(URI address, Duration timeout) {
        source = new OnlineTSPSource(address.toString(), new TimestampRequests(timeout));
        source.setNonceSource(new SecureRandomNonceSource());
    }

    @Override
    public TSPSource at(Instant now) {
        return source;
    }

    @Override
    public List<X509Certificate> certificates() {
        return List.of();
    }
}

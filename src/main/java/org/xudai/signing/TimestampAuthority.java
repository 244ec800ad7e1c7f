package org.xudai.signing;

import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** Who says at what time a seal was set (RFC 3161). */
interface TimestampAuthority {

    /** The source of time stamps for one seal. */
    TSPSource at(Instant now);

    /** Certificates of the authority that are known without asking it. */
    List<X509Certificate> certificates();
}

package org.xudai.access;

import java.net.URI;
import java.time.Instant;

/**
 * A freshly minted invitation. The token exists only here and in the message; the database keeps its hash.
 *
 * @param link the whole address, {@code <base>/i/<token>}
 * @param token 128 random bits, base64url
 * @param validUntil when it stops working
 */
public record Invitation(URI link, String token, Instant validUntil) {}

package org.xudai.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a signature came from, as the network tells it.
 *
 * @param address address of the network
 * @param agent what the browser calls itself; shortened to 200 characters
 */
public record Device(String address, String agent) {

    private static final int LONGEST = 200;
    private static final int SHOWN = 12;

    public Device {
        agent = agent.length() > LONGEST ? agent.substring(0, LONGEST) : agent;
    }

    /** Twelve hexadecimal digits that are the same for the same browser: enough to compare, nothing to follow. */
    public String mark() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(agent.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}

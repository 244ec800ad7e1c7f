package org.xudai.notices;

import java.io.IOException;

/** Port to whoever carries messages of a channel. */
public interface MessageCarrier {

    /** Channel of SMS. */
    String SMS = "SMS";

    /** Channel of mails. */
    String MAIL = "MAIL";

    /** {@code SMS} or {@code MAIL}. */
    String channel();

    /**
     * Hands a message over; returning means that the carrier took it.
     *
     * @throws IOException where the outcome is unknown or the carrier cannot be reached: tried again with the same id
     * @throws Refused where the carrier will never take it
     */
    void send(OutgoingMessage message) throws IOException, Refused;

    /**
     * Asked before a message is sent again: whether the carrier took it at an earlier try whose answer was lost. False
     * also where the carrier has no way to tell; it then knows the repetition by the message's id.
     *
     * @throws IOException where the carrier cannot be reached
     */
    default boolean hasTaken(OutgoingMessage message) throws IOException {
        return false;
    }

    /** The carrier will never take this message. */
    class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        public Refused(String reason) {
            super(reason);
        }
    }
}

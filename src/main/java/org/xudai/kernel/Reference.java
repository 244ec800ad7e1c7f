package org.xudai.kernel;

import java.security.SecureRandom;

/**
 * A short reference to a refusal or fault, to be read out on the phone and found in the log: six letters and digits of
 * which none is taken for another.
 *
 * @param value the six characters
 */
public record Reference(String value) {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static Reference fresh() {
        StringBuilder reference = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            reference.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new Reference(reference.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}

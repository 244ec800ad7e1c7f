package org.xudai.kernel;

/**
 * Unified social credit code (统一社会信用代码) by GB 32100-2015: 18 characters, the last a check character mod 31.
 *
 * @param value the code in capitals
 */
public record UnifiedSocialCreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public UnifiedSocialCreditCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a unified social credit code");
        }
    }

    /** Whether the text has the length, the alphabet and the check character of the standard. */
    public static boolean isValid(String text) {
        if (text.length() != 18) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int index = ALPHABET.indexOf(text.charAt(i));
            if (index < 0) {
                return false;
            }
            sum += index * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31) == text.charAt(17);
    }

    @Override
    public String toString() {
        return value;
    }
}

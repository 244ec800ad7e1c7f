package org.xudai.forms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;

/**
 * Page codes: {@code XD1/<case digits>/<form>/<version>/<page>/<pages>/<key id>/<MAC>}, an alphanumeric QR code
 * (ISO/IEC 18004) of version 4, level Q. The MAC is the first 80 bits of an HMAC-SHA-256 (RFC 2104), in base32
 * (RFC 4648).
 */
@Component
class PageCodes {

    private static final Pattern TEXT =
            Pattern.compile("XD1/(\\d{11})/(\\d{1,2})/(\\d{1,4})/(\\d{1,3})/(\\d{1,3})/([A-Z0-9]{1,4})/([A-Z2-7]{16})");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int MAC_BYTES = 10;
    private static final int QR_VERSION = 4;

    private final PageCodeKeys keys;

    PageCodes(PageCodeKeys keys) {
        this.keys = keys;
    }

    String text(PageCode code) {
        String id = keys.currentId();
        String signed = String.join(
                "/",
                "XD1",
                code.caseNumber().digits(),
                Integer.toString(code.formNumber()),
                Integer.toString(code.version()),
                Integer.toString(code.page()),
                Integer.toString(code.pages()),
                id);
        return signed + "/" + mac(signed, keys.find(id).orElseThrow());
    }

    /** The code of a text whose MAC holds; nothing for a foreign, damaged or forged one. */
    Optional<PageCode> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String signed = text.substring(0, matcher.start(7) - 1);
        return keys.find(matcher.group(6))
                .filter(key -> MessageDigest.isEqual(
                        mac(signed, key).getBytes(StandardCharsets.US_ASCII),
                        matcher.group(7).getBytes(StandardCharsets.US_ASCII)))
                .map(key -> new PageCode(
                        CaseNumber.ofDigits(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)),
                        Integer.parseInt(matcher.group(4)),
                        Integer.parseInt(matcher.group(5))));
    }

    /** The modules of a text's QR code, without a quiet zone. */
    static boolean[][] modules(String text) {
        return ReadableCode.modules(text, QR_VERSION);
    }

    private static String mac(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return base32(Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)), MAC_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                text.append(BASE32.charAt((buffer >> (bits - 5)) & 31));
                bits -= 5;
            }
            buffer &= (1 << bits) - 1;
        }
        return text.toString();
    }
}

package org.xudai.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.mock.env.MockEnvironment;
import org.xudai.kernel.CaseNumber;

/** Whatever stands in a QR code on a paper: it is a code the bank made, or it is nothing. */
class PageCodeFuzz {

    private static final String KEY = "T1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";
    private static final PageCodes CODES = codes();
    private static final PageCode PAGE = new PageCode(CaseNumber.of(2026, 1187), 3, 2, 1, 2);
    private static final String GENUINE = CODES.text(PAGE);

    private static PageCodes codes() {
        try {
            Path keys = Files.createTempFile("page-code", ".keys");
            Files.writeString(keys, KEY);
            PageCodes codes = new PageCodes(new PageCodeKeys(new FormSettings(null, keys), new MockEnvironment()));
            Files.delete(keys);
            return codes;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @FuzzTest(maxDuration = "1m")
    void onlyWhatTheBankPrintedIsRead(FuzzedDataProvider data) {
        int from = data.consumeInt(0, GENUINE.length());
        int to = data.consumeInt(from, GENUINE.length());
        String text = GENUINE.substring(0, from) + data.consumeRemainingAsString() + GENUINE.substring(to);

        var read = CODES.read(text);

        if (text.equals(GENUINE)) {
            assertThat(read).contains(PAGE);
        } else {
            assertThat(read).isEmpty();
        }
    }
}

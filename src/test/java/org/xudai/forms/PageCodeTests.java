package org.xudai.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.xudai.kernel.CaseNumber;

/** Page codes: made, read, forged, and with keys that change. */
class PageCodeTests {

    private static final String OLD_KEY = "K1 " + "0123456789abcdef".repeat(4);
    private static final String NEW_KEY = "K2 " + "fedcba9876543210".repeat(4);

    /** Of the side of a module. */
    private static final int PIXELS = 5;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("page-codes.keys");
    }

    @Test
    void aCodeIsReadAsItWasMade() throws Exception {
        PageCode code = new PageCode(CaseNumber.of(2026, 999_999), 99, 9999, 50, 50);
        PageCodes codes = codes(OLD_KEY);

        assertThat(codes.text(code)).startsWith("XD1/2026999999").hasSizeLessThanOrEqualTo(67);
        assertThat(codes.read(codes.text(code))).contains(code);
    }

    @Test
    void nobodyCanChangeAPartOfIt() throws Exception {
        PageCodes codes = codes(OLD_KEY);
        String text = codes.text(new PageCode(CaseNumber.of(2026, 1187), 1, 2, 1, 2));

        assertThat(codes.read(text.replace("/2/1/2/", "/1/1/2/"))).isEmpty();
        assertThat(codes.read(text.replace(
                        CaseNumber.of(2026, 1187).digits(),
                        CaseNumber.of(2026, 1188).digits())))
                .isEmpty();
        assertThat(codes.read(text.substring(0, text.length() - 1) + (text.endsWith("A") ? "B" : "A")))
                .isEmpty();
        assertThat(codes.read("https://example.com/")).isEmpty();
        assertThat(codes.read("")).isEmpty();
    }

    @Test
    void anOldKeyStillReadsItsPapersAfterANewOneCame() throws Exception {
        PageCode code = new PageCode(CaseNumber.of(2026, 1187), 1, 1, 1, 2);
        String old = codes(OLD_KEY).text(code);
        PageCodes both = codes(OLD_KEY, NEW_KEY);

        assertThat(both.read(old)).contains(code);
        assertThat(both.text(code)).contains("/K2/");
        assertThat(codes(NEW_KEY).read(old)).isEmpty();
    }

    /** Chance makes patterns in some codes that a reader takes for a corner; of a thousand codes it did in ten. */
    @Test
    void everyCodeIsFoundByAPlainReader() throws Exception {
        PageCodes codes = codes(OLD_KEY);
        List<String> unread = new ArrayList<>();
        for (int version = 1; version <= 1500; version++) {
            String text = codes.text(new PageCode(CaseNumber.of(2026, 1187), 1, version, 1, 2));
            if (!text.equals(read(PageCodes.modules(text)))) {
                unread.add(text);
            }
        }

        assertThat(unread).isEmpty();
    }

    @Test
    void everyCodeIsOfVersionFour() throws Exception {
        String text = codes(OLD_KEY).text(new PageCode(CaseNumber.of(2026, 1187), 1, 1, 1, 2));

        assertThat(PageCodes.modules(text)).hasDimensions(33, 33);
    }

    @Test
    void productionDoesNotStartWithoutAKey() {
        assertThatThrownBy(() -> new PageCodeKeys(new FormSettings(null, file), new MockEnvironment()))
                .hasMessageContaining("xudai.forms.page-code-key-file");
        assertThatThrownBy(() -> new PageCodeKeys(new FormSettings(null, null), new MockEnvironment()))
                .hasMessageContaining("xudai.forms.page-code-key-file");
    }

    @Test
    void developmentMakesItsOwnKeyAndKeepsIt() {
        PageCode code = new PageCode(CaseNumber.of(2026, 1187), 1, 1, 1, 2);

        String text = new PageCodes(developmentKeys()).text(code);

        assertThat(new PageCodes(developmentKeys()).read(text)).contains(code);
    }

    @Test
    void aDamagedKeyFileIsRefused() throws Exception {
        Files.writeString(file, "K1 too-short\n");

        assertThatThrownBy(this::developmentKeys).hasMessageContaining("line 1 is no key");
    }

    private PageCodeKeys developmentKeys() {
        return new PageCodeKeys(
                new FormSettings(null, file), new MockEnvironment().withProperty("xudai.development", "true"));
    }

    private static String read(boolean[][] modules) {
        int side = (modules.length + 8) * PIXELS;
        byte[] grey = new byte[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int row = y / PIXELS - 4;
                int column = x / PIXELS - 4;
                boolean inside = row >= 0 && column >= 0 && row < modules.length && column < modules.length;
                grey[y * side + x] = (byte) (inside && modules[row][column] ? 0 : 255);
            }
        }
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(
                            new PlanarYUVLuminanceSource(grey, side, side, 0, 0, side, side, false))))
                    .getText();
        } catch (ReaderException e) {
            return "";
        }
    }

    private PageCodes codes(String... keys) throws Exception {
        Files.write(file, List.of(keys));
        return new PageCodes(new PageCodeKeys(new FormSettings(null, file), new MockEnvironment()));
    }
}

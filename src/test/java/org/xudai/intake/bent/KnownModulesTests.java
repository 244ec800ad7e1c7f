package org.xudai.intake.bent;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownModulesTests {

    @ParameterizedTest
    @ValueSource(strings = {"XD1/A", "XD1/ONE7Q4M2KD8S5FH0ZJ/01/3/4C9Y1B2X", "another code of this size"})
    void whateverACodeSaysItShowsThem(String text) {
        ByteMatrix code = new PrintedCode(text).modules();

        assertThat(code.getWidth()).isEqualTo(KnownModules.SIDE);
        for (int row = 0; row < KnownModules.SIDE; row++) {
            for (int column = 0; column < KnownModules.SIDE; column++) {
                int known = KnownModules.at(column, row);
                if (known != 0) {
                    assertThat(code.get(column, row) == 1 ? 1 : -1)
                            .as("module %d, %d", column, row)
                            .isEqualTo(known);
                }
            }
        }
    }
}

package org.xudai.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Which marks a form needs, and from whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarksOnPaperTests {

    private FormFixture fixture;

    @BeforeAll
    void open(@TempDir Path directory) {
        fixture = new FormFixture(directory.resolve("keys"));
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void aCompanySealsAndItsRepresentativeSigns() {
        assertThat(box("application", "signer-seal", Map.of("borrower.size", "小型"))
                        .required())
                .isTrue();
        FormBox signature = box("application", "signer-signature", Map.of("borrower.size", "小型"));
        assertThat(signature.required()).isTrue();
        assertThat(signature.accepts())
                .containsExactlyInAnyOrder(FormBox.Mark.SIGNATURE, FormBox.Mark.FINGERPRINT, FormBox.Mark.NAME_CHOP);
    }

    @Test
    void aShopOwnerOrFarmerIsNeverHeldUpForWantOfASeal() {
        for (String size : new String[] {"个体工商户", "农户"}) {
            for (String code : new String[] {"application", "whitelist-confirmation", "authorization-letter"}) {
                assertThat(box(code, "signer-seal", Map.of("borrower.size", size))
                                .required())
                        .isFalse();
                FormBox signature = box(code, "signer-signature", Map.of("borrower.size", size));
                assertThat(signature.accepts()).contains(FormBox.Mark.FINGERPRINT);
                assertThat(signature.required()).isTrue();
                assertThat(box(code, "signer-date", Map.of("borrower.size", size))
                                .required())
                        .isTrue();
            }
            assertThat(box("credit-authorization", "firm-seal", Map.of("borrower.size", size))
                            .required())
                    .isFalse();
        }
    }

    @Test
    void eachRegisteredShareholderSignsAndEmptyLinesMayStayEmpty() {
        Map<String, String> two = Map.of("shareholder.1.name", "陈䶮", "shareholder.2.name", "吴𠮷祥");

        assertThat(box("shareholder-resolution", "shareholder-2-signature", two).required())
                .isTrue();
        assertThat(box("shareholder-resolution", "shareholder-3-signature", two).required())
                .isFalse();
        assertThat(box("shareholder-resolution", "shareholder-1-signature", Map.of())
                        .required())
                .isTrue();
    }

    @Test
    void theOwnerSignsTheCreditAuthorisationForHimselfOnAPageOfHisOwn() {
        assertThat(box("credit-authorization", "firm-signature", Map.of()).page())
                .isEqualTo(1);
        FormBox owner = box("credit-authorization", "owner-signature", Map.of());
        assertThat(owner.page()).isEqualTo(2);
        assertThat(owner.accepts()).doesNotContain(FormBox.Mark.NAME_CHOP, FormBox.Mark.COMPANY_SEAL);
    }

    @Test
    void aFieldWithATextIsAPrintedValueAndAnEmptyOneAPlaceToWrite() {
        assertThat(box("application", "amount", Map.of("loan.balance", "300,000.00"))
                        .kind())
                .isEqualTo(FormBox.Kind.VALUE);
        FormBox use = box("application", "use", Map.of());
        assertThat(use.kind()).isEqualTo(FormBox.Kind.TEXT);
        assertThat(use.required()).isTrue();
        assertThat(box("application", "contractNumber", Map.of()).required()).isFalse();
    }

    private FormBox box(String code, String name, Map<String, String> bound) {
        return fixture.forms().fill(FormFixture.CASE, code, 1, bound, Map.of()).layout().pages().stream()
                .flatMap(page -> page.boxes().stream())
                .filter(box -> box.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

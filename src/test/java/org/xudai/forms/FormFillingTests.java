package org.xudai.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filling the six forms with what the bank knows and the borrower writes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormFillingTests {

    private static final int LARGEST = 120 * 1024;
    private static final Path LOOKED_AT = Path.of("target", "forms");

    private FormFixture fixture;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        fixture = new FormFixture(directory.resolve("keys"));
        Files.createDirectories(LOOKED_AT);
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "application, 1, 2",
        "whitelist-confirmation, 2, 1",
        "credit-authorization, 3, 2",
        "shareholder-resolution, 4, 2",
        "guarantor-consent, 5, 2",
        "authorization-letter, 6, 1"
    })
    void eachFormIsFilledSmallAndReadableAgain(String code, int number, int pages) throws Exception {
        FilledForm filled = fill(code, FormFixture.loanBook(), FormFixture.answers());

        Files.write(LOOKED_AT.resolve(code + ".pdf"), filled.pdf());
        assertThat(fixture.forms().template(code).orElseThrow().number()).isEqualTo(number);
        assertThat(filled.pages()).isEqualTo(pages);
        assertThat(filled.pdf().length).isLessThanOrEqualTo(LARGEST);
        assertThat(fixture.pdf().values(filled.pdf()))
                .containsEntry("firm", FormFixture.FIRM)
                .containsEntry("caseNumber", FormFixture.CASE.value())
                .containsEntry("formVersion", "1");
    }

    @Test
    void theBorrowersAnswersStandOnTheApplicationAndTheAmountInCapitalsFollowsThem() {
        FilledForm filled = fill("application", FormFixture.loanBook(), FormFixture.answers());

        assertThat(fixture.pdf().values(filled.pdf()))
                .containsEntry("amount", "280,000.00")
                .containsEntry("amountInCapitals", "贰拾捌万元整")
                .containsEntry("termMonths", "12")
                .containsEntry("balance", "300,000.00")
                .hasEntrySatisfying("business", text -> assertThat(text).startsWith("在武夷山三姑"));
    }

    @Test
    void withoutAnswersTheBalanceAndTheTermOfTheLoanAreAppliedFor() {
        FilledForm filled = fill("application", FormFixture.loanBook(), Map.of("amount", " "));

        assertThat(fixture.pdf().values(filled.pdf()))
                .containsEntry("amount", "300,000.00")
                .containsEntry("amountInCapitals", "叁拾万元整")
                .containsEntry("termMonths", "12")
                .containsEntry("business", "");
    }

    @Test
    void onlyWhatTheBorrowerMayWriteStaysOpen() {
        FilledForm filled = fill("application", FormFixture.loanBook(), Map.of());

        assertThat(fixture.pdf().open(filled.pdf()))
                .containsExactlyInAnyOrder(
                        "contractNumber", "amount", "termMonths", "business", "use", "repaymentSource");
    }

    @ParameterizedTest
    @ValueSource(strings = {"䶮", "𠮷", "㛃", "昇", "堃", "·", "Wúyí Tea (Shanghai) Co., Ltd."})
    void rareCharactersOfNamesAreTaken(String name) {
        Map<String, String> bound = FormFixture.loanBook();
        bound.put("signer.name", name);

        assertThat(fixture.pdf().values(fill("application", bound, Map.of()).pdf()))
                .containsEntry("signer", name);
    }

    @Test
    void aCharacterThatTheFontLacksIsNamedWithItsField() {
        Map<String, String> bound = FormFixture.loanBook();
        bound.put("signer.name", "陈🍵");

        assertThatThrownBy(() -> fill("application", bound, Map.of()))
                .isInstanceOfSatisfying(UnprintableText.class, refused -> {
                    assertThat(refused.field()).isEqualTo("signer");
                    assertThat(refused.character()).isEqualTo("🍵");
                });
    }

    @Test
    void whatCannotBeSeenIsLeftOut() {
        FilledForm filled =
                fill("application", FormFixture.loanBook(), Map.of("use", "\uFEFF买茶\u200B青\uFE0F\t和包装\r\n付工钱"));

        assertThat(fixture.pdf().values(filled.pdf())).containsEntry("use", "买茶青 和包装\n付工钱");
    }

    @Test
    void aLongNameStaysOnItsLine() throws Exception {
        Map<String, String> bound = FormFixture.loanBook();
        bound.put("borrower.name", "福建省武夷山市星村镇桐木关国家级自然保护区".repeat(2) + "茶业专业合作社联合社");
        bound.put("guarantors.names", "武夷山市大红袍茶业专业合作社、".repeat(5) + "黄建国");
        bound.put("branch.name", "福建省分行南平分行武夷山市支行营业部星村镇分理处");

        for (FormTemplate template : fixture.forms().templates()) {
            FilledForm filled = fill(template.code(), bound, Map.of());
            Files.write(LOOKED_AT.resolve(template.code() + "-long.pdf"), filled.pdf());
            assertThat(lines(filled.pdf(), "firm")).isNotEmpty().allSatisfy(drawn -> assertThat(drawn)
                    .isEqualTo(1));
        }
    }

    /** How many lines each place of a field has. */
    private static List<Long> lines(byte[] pdf, String field) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Long> lines = new ArrayList<>();
            for (var widget :
                    document.getDocumentCatalog().getAcroForm().getField(field).getWidgets()) {
                lines.add(new PDFStreamParser(widget.getNormalAppearanceStream())
                        .parse().stream()
                                .filter(part -> part instanceof Operator operator
                                        && operator.getName().equals("Tj"))
                                .count());
            }
            return lines;
        }
    }

    @Test
    void theLongestAnswersFitToo() throws Exception {
        Map<String, String> answers = new HashMap<>(FormFixture.answers());
        answers.put("business", distinct(0x4E00, 300));
        answers.put("use", distinct(0x5300, 200));
        answers.put("repaymentSource", distinct(0x6300, 200));

        FilledForm filled = fill("application", FormFixture.loanBook(), answers);

        Files.write(LOOKED_AT.resolve("application-longest.pdf"), filled.pdf());
        assertThat(filled.pages()).isEqualTo(2);
    }

    @Test
    void manyThreadsFillFromOneFont() {
        assertThat(IntStream.range(0, 24)
                        .parallel()
                        .mapToObj(i -> fill(
                                "application", FormFixture.loanBook(), Map.of("use", distinct(0x5000 + i * 40, 60))))
                        .map(filled -> fixture.pdf().values(filled.pdf()).get("firm")))
                .hasSize(24)
                .containsOnly(FormFixture.FIRM);
    }

    private FilledForm fill(String code, Map<String, String> bound, Map<String, String> answers) {
        return fixture.forms().fill(FormFixture.CASE, code, 1, bound, answers);
    }

    private static String distinct(int from, int count) {
        StringBuilder text = new StringBuilder();
        IntStream.range(from, from + count).forEach(text::appendCodePoint);
        return text.toString();
    }
}

package org.xudai.loanbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xudai.loanbook.LoanBookFixture.LOAN;
import static org.xudai.loanbook.LoanBookFixture.file;
import static org.xudai.loanbook.LoanBookFixture.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Money;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.LoanImports.ImportReport;
import org.xudai.loanbook.LoanImports.UnreadableFile;

/** The loan book comes from the bank's files, as people make them. */
class LoanImportTests {

    private final LoanBookFixture it = new LoanBookFixture();

    @Test
    void theSampleBookComesInWholeFromEachOfItsThreeFiles() {
        ImportReport utf8 = it.importing(sample("loans.csv"));
        assertThat(utf8.rows()).isEqualTo(300);
        assertThat(utf8.created()).isEqualTo(300);
        assertThat(utf8.rejected()).isEmpty();
        assertThat(utf8.state()).isEqualTo(ImportState.DONE);

        it.events.clear();
        assertThat(it.importing(sample("loans-gb18030.csv")))
                .returns(300L, ImportReport::unchanged)
                .returns(0L, ImportReport::updated);
        assertThat(it.importing(sample("loans.xlsx")))
                .returns(0L, ImportReport::created)
                .returns(0L, ImportReport::updated)
                .returns(0L, ImportReport::rejectedRows)
                .matches(report -> report.unchanged() > 0);
        assertThat(it.events).isNotEmpty().allMatch(event -> event instanceof ImportEvent);
    }

    @Test
    void theSampleInGb18030ReadsLikeTheOneInUtf8() {
        it.importing(sample("loans-gb18030.csv"));
        assertThat(it.loan().borrower().name()).isEqualTo("建阳鑫淼电子商务有限责任公司");
        assertThat(it.loan().maturesOn()).isEqualTo(LocalDate.of(2027, 1, 12));
        assertThat(it.loan().whitelistEnd()).isEqualTo(LocalDate.of(2027, 1, 3));
    }

    @Test
    void theMarkAtTheStartMayBeThereOrNot() {
        assertThat(it.importing("\uFEFF" + file(Map.of())).created()).isEqualTo(1);
        assertThat(it.importing(file(Map.of())).unchanged()).isEqualTo(1);
    }

    @Test
    void aNameOutsideTheCommonCharactersComesInWhole() {
        it.importing(file(Map.of(LoanColumn.SIGNER, "䶮𠮷", LoanColumn.CONTACT, "䶮𠮷"))
                .getBytes(LoanBookFixture.GB18030));
        assertThat(it.party("䶮𠮷").roles()).containsExactlyInAnyOrder(PartyRole.SIGNER, PartyRole.CONTACT);
    }

    @Test
    void aFileOfAnotherEncodingIsRefusedAsAWhole() {
        byte[] utf16 = file(Map.of()).getBytes(StandardCharsets.UTF_16LE);
        utf16[1] = (byte) 0xFF;
        assertUnreadable(utf16, "import-encoding", "import-header");
    }

    @Test
    void aMissingOrRenamedColumnIsNamed() {
        String renamed = file(Map.of()).replaceFirst("到期日", "到期");
        assertThatThrownBy(() -> it.importing(renamed)).isInstanceOfSatisfying(UnreadableFile.class, refused -> {
            assertThat(refused.problem()).isEqualTo("import-header");
            assertThat(refused.detail()).isEqualTo("到期日");
        });
        assertThat(it.loans.find(LOAN)).isEmpty();
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertUnreadable(new byte[0], "import-empty");
        assertUnreadable("\r\n\r\n".getBytes(StandardCharsets.UTF_8), "import-empty");
        assertUnreadable("PK\u0003\u0004 but no workbook".getBytes(StandardCharsets.UTF_8), "import-not-a-table");
        assertUnreadable(zipOfSomethingElse(), "import-not-a-table");
        assertUnreadable("%PDF-1.7 a PDF".getBytes(StandardCharsets.UTF_8), "import-header");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    NUMBER,         ',JJ 1',           'missing,loan-number-wrong'
                    CREDIT_CODE,    '91350100M000100Y4Z,91350100M000100Y4', 'credit-code-wrong,credit-code-wrong'
                    SIZE,           巨型,                size-unknown
                    SIGNER_ID,      '110105194912310021,110105194913310024', 'resident-id-wrong,resident-id-wrong'
                    MOBILE,         '12900000117,1990000011', 'mobile-wrong,mobile-wrong'
                    EMAIL,          chen-at-example.com, email-wrong
                    CURRENCY,       USD,                currency-unknown
                    AMOUNT,         '三十万,-1,0.001',      'amount-wrong,amount-wrong,amount-wrong'
                    RATE,           '36.01,abc',        'rate-wrong,rate-wrong'
                    ISSUED,         '2026-02-30,明天',    'date-wrong,date-wrong'
                    MATURES,        2026-01-12,         matures-before-issue
                    CLASSIFICATION, 良好,                classification-unknown
                    OVERDUE,        '-1,1.5',           'days-wrong,days-wrong'
                    BRANCH,         '99999999,?',       'branch-unknown,branch-unknown'
                    BALANCE,        300000.01,          balance-above-amount
                    """)
    void aWrongCellIsNamed(LoanColumn column, String cells, String problems) {
        String[] codes = problems.split(",", -1);
        String[] values = cells.split(",", -1);
        for (int i = 0; i < values.length; i++) {
            assertThat(it.problemsOf(Map.of(column, values[i]))).contains(codes[i]);
        }
        assertThat(it.loans.find(LOAN)).isEmpty();
    }

    @Test
    void aBadRowNeverStopsTheGoodOnesAndItsPersonalValuesAreMasked() {
        ImportReport report = it.importing(
                file(Map.of(LoanColumn.SIGNER_ID, "110105194912310021", LoanColumn.NUMBER, "JJ2025000001"), Map.of()));
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.rejectedRows()).isEqualTo(1);
        assertThat(report.rejected()).singleElement().satisfies(rejection -> {
            assertThat(rejection.row()).isEqualTo(2);
            assertThat(rejection.column()).isEqualTo("法定代表人证件号码");
            assertThat(rejection.value()).isEqualTo("1***");
        });
    }

    @Test
    void theSameLoanTwiceInAFileIsTakenOnce() {
        ImportReport report = it.importing(file(Map.of(), Map.of(LoanColumn.BALANCE, "1.00")));
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.rejected()).singleElement().returns("loan-twice", LoanImports.Rejection::problem);
        assertThat(it.loan().balance()).isEqualTo(Money.of("300000.00"));
    }

    @Test
    void anUnknownManagerIsANote() {
        ImportReport report = it.importing(file(Map.of(LoanColumn.MANAGER, "M99999")));
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.notes()).singleElement().returns("manager-unknown", LoanImports.Note::note);
    }

    @ParameterizedTest
    @ValueSource(strings = {"300,000.00", "３００，０００", "¥300000", " 300000.0 ", "300000元"})
    void anAmountMayBeWrittenAsPeopleDo(String amount) {
        it.importing(file(Map.of(LoanColumn.AMOUNT, amount)));
        assertThat(it.loan().amount()).isEqualTo(Money.of("300000.00"));
        assertThat(it.importing(file(Map.of())).unchanged()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-12", "2027/1/12", "20270112", "2027年1月12日", "46399", "46399.0"})
    void aDateMayBeWrittenAsPeopleOrSpreadsheetsDo(String date) {
        it.importing(file(Map.of(LoanColumn.MATURES, date)));
        assertThat(it.loan().maturesOn()).isEqualTo(LocalDate.of(2027, 1, 12));
    }

    @Test
    void aWorkbookWithDatesAndFiguresInItsCellsComesIn() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("贷款");
            var row = LoanBookFixture.goodRow();
            int place = 0;
            for (LoanColumn column : LoanColumn.values()) {
                sheet.value(0, place, column.header());
                switch (column) {
                    case ISSUED, MATURES, WHITELIST_END -> {
                        sheet.value(1, place, LocalDate.parse(row.get(column)));
                        sheet.style(1, place).format("yyyy-mm-dd").set();
                    }
                    case AMOUNT, BALANCE, RATE -> sheet.value(1, place, new java.math.BigDecimal(row.get(column)));
                    case OVERDUE -> sheet.value(1, place, 0);
                    default -> sheet.value(1, place, row.get(column));
                }
                place++;
            }
        }
        assertThat(it.importing(bytes.toByteArray()).created()).isEqualTo(1);
        assertThat(it.loan().maturesOn()).isEqualTo(LocalDate.of(2027, 1, 12));
        assertThat(it.importing(file(Map.of())).unchanged()).isEqualTo(1);
    }

    @Test
    void aChangedRowUpdatesTheLoanAndSaysWhatItWas() {
        it.importing(file(Map.of()));
        it.events.clear();
        assertThat(it.importing(file(Map.of(LoanColumn.BALANCE, "120000.00"))).updated())
                .isEqualTo(1);

        assertThat(it.loan().balance()).isEqualTo(Money.of("120000.00"));
        assertThat(it.events)
                .filteredOn(LoanChanged.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(LoanChanged.class, changed -> {
                    assertThat(changed.fields()).isEqualTo("balance");
                    assertThat(changed.personal()).containsEntry("balance", "300000.00");
                    assertThat(changed.actor()).isEqualTo(Actor.staff(new StaffId("li.officer")));
                });
    }

    @Test
    void anOlderFileDoesNotTakeARenewalBack() {
        it.importing(file(Map.of()));
        Whitelist.Validity validity = it.whitelist.nextValidity(LOAN);
        assertThat(validity).isEqualTo(new Whitelist.Validity(LocalDate.of(2027, 1, 4), LocalDate.of(2028, 1, 3)));
        it.whitelist.recordRenewal(CaseNumber.of(2026, 1187), LOAN, validity, "REG-1", Actor.system("test"));

        it.importing(file(Map.of(LoanColumn.BALANCE, "120000.00")));

        assertThat(it.loan().whitelistEnd()).isEqualTo(LocalDate.of(2028, 1, 3));
    }

    @Test
    void everyProblemHasItsSentenceInBothLanguages() throws IOException {
        List<String> codes = List.of(
                "missing",
                "loan-number-wrong",
                "credit-code-wrong",
                "resident-id-wrong",
                "mobile-wrong",
                "email-wrong",
                "currency-unknown",
                "amount-wrong",
                "rate-wrong",
                "date-wrong",
                "size-unknown",
                "text-wrong",
                "classification-unknown",
                "days-wrong",
                "branch-unknown",
                "balance-above-amount",
                "matures-before-issue",
                "loan-twice",
                "loan-unknown",
                "role-unknown",
                "name-missing",
                "manager-unknown",
                "row-encoding",
                "row-quote",
                "row-too-long");
        UnaryOperator<String> key = code -> "problem." + code;
        for (String language : new String[] {"", "_en"}) {
            ResourceBundle own = bundle("loanbook" + language);
            ResourceBundle shared = bundle("api" + language);
            assertThat(codes).map(key).allSatisfy(name -> assertThat(own.containsKey(name) || shared.containsKey(name))
                    .as(name)
                    .isTrue());
            for (String whole : new String[] {"empty", "header", "encoding", "not-a-table", "workbook-too-large"}) {
                assertThat(shared.containsKey("problem.import-" + whole + ".detail"))
                        .isTrue();
            }
        }
    }

    private static ResourceBundle bundle(String name) throws IOException {
        try (var reader = new java.io.InputStreamReader(
                new ClassPathResource("messages/" + name + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader);
        }
    }

    private static byte[] zipOfSomethingElse() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<document/>".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void assertUnreadable(byte[] file, String... problems) {
        assertThatThrownBy(() -> it.importing(file))
                .isInstanceOfSatisfying(UnreadableFile.class, refused -> assertThat(Arrays.asList(problems))
                        .contains(refused.problem()));
    }
}

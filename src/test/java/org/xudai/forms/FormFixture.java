package org.xudai.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.xudai.kernel.CaseNumber;
import org.xudai.pdf.FormFont;
import org.xudai.pdf.PdfForm;
import org.xudai.testing.EmbeddedDatabase;
import org.xudai.testing.MovableClock;
import org.xudai.vault.TestKeys;
import org.xudai.vault.Vault;

/** The forms on a database of their own, and a tea company whose loan is renewed. */
final class FormFixture implements AutoCloseable {

    static final CaseNumber CASE = CaseNumber.of(2026, 1187);
    static final String FIRM = "武夷山云溪餐饮管理有限责任公司";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    FormFixture(Path keys) {
        this(keys, null);
    }

    FormFixture(Path keys, @Nullable Path directory) {
        context.setEnvironment(new MockEnvironment().withProperty("xudai.development", "true"));
        context.registerBean(FormSettings.class, () -> new FormSettings(directory, keys));
        context.registerBean(ObjectMapper.class, () -> new ObjectMapper());
        DataSource database = EmbeddedDatabase.freshMigrated();
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(Vault.class, () -> TestKeys.vault(database));
        context.registerBean(MovableClock.class, () -> new MovableClock());
        context.register(
                FormFont.class,
                PdfForm.class,
                PageCodeKeys.class,
                PageCodes.class,
                TemplateFiles.class,
                FormTable.class,
                AnswerRules.class,
                FormShelf.class);
        context.refresh();
    }

    FormLibrary forms() {
        return context.getBean(FormLibrary.class);
    }

    PdfForm pdf() {
        return context.getBean(PdfForm.class);
    }

    /** Everything the loan book knows, by binding. */
    static Map<String, String> loanBook() {
        Map<String, String> bound = new HashMap<>();
        bound.put("bank.name", "建溪银行");
        bound.put("branch.name", "南平分行武夷山支行");
        bound.put("branch.phone", "0599-000 0100");
        bound.put("case.number", CASE.value());
        bound.put("today", "2026年11月23日");
        bound.put("borrower.name", FIRM);
        bound.put("borrower.creditCode", "91350100M000100Y43");
        bound.put("borrower.size", "微型");
        bound.put("borrower.customerNumber", "C810037");
        bound.put("signer.name", "陈䶮");
        bound.put("signer.residentId", "11010519491231002X");
        bound.put("signer.residentIdMasked", "110105********002X");
        bound.put("contact.name", "林小雨");
        bound.put("contact.residentId", "440524188001010014");
        bound.put("loan.number", "JJ2025000037");
        bound.put("loan.contractNumber", "");
        bound.put("loan.product", "网贷通");
        bound.put("loan.amount", "500,000.00");
        bound.put("loan.amountInCapitals", "伍拾万元整");
        bound.put("loan.balance", "300,000.00");
        bound.put("loan.balanceInCapitals", "叁拾万元整");
        bound.put("loan.rate", "4.35");
        bound.put("loan.issuedOn", "2026年1月20日");
        bound.put("loan.maturesOn", "2027年1月20日");
        bound.put("loan.termMonths", "12");
        bound.put("whitelist.end", "2027年1月12日");
        bound.put("security.kind", "抵押");
        bound.put("guarantors.names", "黄建国、武夷山市大红袍茶业专业合作社");
        bound.put("guarantor.1.name", "黄建国");
        bound.put("guarantor.2.name", "武夷山市大红袍茶业专业合作社");
        bound.put("shareholder.1.name", "陈䶮");
        bound.put("shareholder.2.name", "吴𠮷祥");
        bound.put("shareholder.3.name", "林小雨");
        return bound;
    }

    /** What the borrower writes. */
    static Map<String, String> answers() {
        Map<String, String> answers = new HashMap<>();
        answers.put("business", "在武夷山三姑开茶餐厅和两间茶铺，卖自家制的岩茶。近一年销售约180万元，主要卖给民宿、旅行社和上海、广州的老客户，每年四月到十月最忙。");
        answers.put("use", "结清原贷款，收明前茶青和付包装款，四月、五月用得最多。");
        answers.put("repaymentSource", "茶叶和餐饮的销售收入，旺季每月约20万元，淡季约8万元。");
        answers.put("amount", "280000");
        answers.put("termMonths", "12");
        return answers;
    }

    @Override
    public void close() {
        context.close();
    }
}

package org.xudai.testing;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.xudai.kernel.LoanNumber;

/** Rows of a loan book in the words of the business; each has a loan, a firm and people of its own. */
public record LoanRows(
        String number,
        String size,
        String product,
        String amount,
        String balance,
        LocalDate maturesOn,
        LocalDate whitelistEnd,
        String classification,
        int daysOverdue,
        String signer,
        String contact,
        String branch) {

    public static final String HEADER = "借据号,客户号,企业名称,统一社会信用代码,企业规模,法定代表人,法定代表人证件号码,联系人,手机号码,电子邮箱,"
            + "贷款产品,币种,贷款金额,贷款余额,年利率(%),发放日,到期日,五级分类,当前逾期天数,经办机构号,经办机构,客户经理工号,白名单到期日\n";

    private static final AtomicInteger NUMBER = new AtomicInteger(1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** A loan that the rules allow: 300,000 yuan, a 个体工商户, 58 days to maturity, 50 to the end of its entry. */
    public static LoanRows eligible() {
        return new LoanRows(
                "JT%08d".formatted(NUMBER.getAndIncrement()),
                "个体工商户",
                "经营快贷",
                "300000.00",
                "300000.00",
                TODAY.plusDays(58),
                TODAY.plusDays(50),
                "正常",
                0,
                "陈茂生",
                "陈茂生",
                "35070201");
    }

    public LoanRows ofSize(String newSize) {
        return new LoanRows(
                number,
                newSize,
                product,
                amount,
                balance,
                maturesOn,
                whitelistEnd,
                classification,
                daysOverdue,
                signer,
                contact,
                branch);
    }

    public LoanRows ofProduct(String newProduct) {
        return new LoanRows(
                number,
                size,
                newProduct,
                amount,
                balance,
                maturesOn,
                whitelistEnd,
                classification,
                daysOverdue,
                signer,
                contact,
                branch);
    }

    public LoanRows of(String newAmount) {
        return new LoanRows(
                number,
                size,
                product,
                newAmount,
                newAmount,
                maturesOn,
                whitelistEnd,
                classification,
                daysOverdue,
                signer,
                contact,
                branch);
    }

    public LoanRows maturingIn(int days) {
        return new LoanRows(
                number,
                size,
                product,
                amount,
                balance,
                TODAY.plusDays(days),
                whitelistEnd,
                classification,
                daysOverdue,
                signer,
                contact,
                branch);
    }

    public LoanRows entryEndingIn(int days) {
        return new LoanRows(
                number,
                size,
                product,
                amount,
                balance,
                maturesOn,
                TODAY.plusDays(days),
                classification,
                daysOverdue,
                signer,
                contact,
                branch);
    }

    public LoanRows classified(String newClassification) {
        return new LoanRows(
                number,
                size,
                product,
                amount,
                balance,
                maturesOn,
                whitelistEnd,
                newClassification,
                daysOverdue,
                signer,
                contact,
                branch);
    }

    public LoanRows overdue(int days) {
        return new LoanRows(
                number,
                size,
                product,
                amount,
                balance,
                maturesOn,
                whitelistEnd,
                classification,
                days,
                signer,
                contact,
                branch);
    }

    public LoanRows signedBy(String newSigner, String newContact) {
        return new LoanRows(
                number,
                size,
                product,
                amount,
                balance,
                maturesOn,
                whitelistEnd,
                classification,
                daysOverdue,
                newSigner,
                newContact,
                branch);
    }

    public LoanRows atBranch(String newBranch) {
        return new LoanRows(
                number,
                size,
                product,
                amount,
                balance,
                maturesOn,
                whitelistEnd,
                classification,
                daysOverdue,
                signer,
                contact,
                newBranch);
    }

    public LoanNumber loan() {
        return new LoanNumber(number);
    }

    /** The row as a line of the file. */
    public String line() {
        String running = number.substring(2);
        return String.join(
                        ",",
                        number,
                        "C" + running,
                        "武夷山市测试茶行" + running,
                        "91350702MA2DD272X5",
                        size,
                        signer,
                        "359999198609204341",
                        contact,
                        "199" + running,
                        "borrower" + running + "@example.com",
                        product,
                        "CNY",
                        amount,
                        balance,
                        "4.35",
                        maturesOn.minusYears(1).toString(),
                        maturesOn.toString(),
                        classification,
                        Integer.toString(daysOverdue),
                        branch,
                        "支行",
                        "M02011",
                        whitelistEnd.toString())
                + "\n";
    }
}

package org.xudai.loanbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.Money;
import org.xudai.kernel.StaffId;

/**
 * A loan with its borrower and whitelist entry as of now.
 *
 * @param number 借据号
 * @param borrower 借款人
 * @param product 贷款产品
 * @param secured whether the product asks for a guarantor or mortgagor
 * @param amount 贷款金额
 * @param balance 贷款余额
 * @param annualRate 年利率, per cent
 * @param issuedOn 发放日
 * @param maturesOn 到期日
 * @param classification 五级分类: 正常 关注 次级 可疑 损失
 * @param daysOverdue 当前逾期天数
 * @param settled whether it is paid back
 * @param branch 经办机构
 * @param managerNumber 客户经理工号 as imported
 * @param importedBy who imported the row last
 * @param whitelistEnd 白名单到期日
 * @param contract state of the new contract after a renewal
 */
public record Loan(
        LoanNumber number,
        Borrower borrower,
        String product,
        boolean secured,
        Money amount,
        Money balance,
        BigDecimal annualRate,
        LocalDate issuedOn,
        LocalDate maturesOn,
        String classification,
        int daysOverdue,
        boolean settled,
        BranchCode branch,
        @Nullable String managerNumber,
        @Nullable StaffId importedBy,
        @Nullable LocalDate whitelistEnd,
        ContractState contract) {

    /** Original term in whole months, at least 1. */
    public int termMonths() {
        long months = java.time.temporal.ChronoUnit.MONTHS.between(issuedOn, maturesOn);
        return (int) Math.max(1, months);
    }
}

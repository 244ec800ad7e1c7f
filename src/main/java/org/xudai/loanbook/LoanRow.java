package org.xudai.loanbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.MobileNumber;
import org.xudai.kernel.Money;
import org.xudai.kernel.ResidentId;
import org.xudai.kernel.Sha256;
import org.xudai.kernel.UnifiedSocialCreditCode;

/** A row of the loan file, checked. */
record LoanRow(
        LoanNumber number,
        String customerNumber,
        String firm,
        UnifiedSocialCreditCode creditCode,
        FirmSize size,
        String signer,
        ResidentId signerId,
        String contact,
        @Nullable MobileNumber mobile,
        @Nullable String email,
        String product,
        String currency,
        Money amount,
        Money balance,
        BigDecimal annualRate,
        LocalDate issuedOn,
        LocalDate maturesOn,
        String classification,
        int daysOverdue,
        BranchCode branch,
        @Nullable String managerNumber,
        @Nullable LocalDate whitelistEnd,
        Sha256 hash) {}

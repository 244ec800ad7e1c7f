package org.xudai.loanbook;

import org.xudai.kernel.UnifiedSocialCreditCode;

/**
 * A borrower (借款人).
 *
 * @param customerNumber 客户号
 * @param name 企业名称
 * @param creditCode 统一社会信用代码
 * @param size 企业规模
 */
public record Borrower(String customerNumber, String name, UnifiedSocialCreditCode creditCode, FirmSize size) {}

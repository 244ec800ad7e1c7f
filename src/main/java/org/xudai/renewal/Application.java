package org.xudai.renewal;

import org.xudai.kernel.Money;

/**
 * What the borrower applies for: his answers, else what the loan book knows and a standard sentence. Every field has a
 * value.
 *
 * @param business business situation
 * @param use use of the money
 * @param repaymentSource source of repayment
 * @param amount amount
 * @param termMonths term in months
 */
public record Application(String business, String use, String repaymentSource, Money amount, int termMonths) {}

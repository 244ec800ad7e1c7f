package org.xudai.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.Money;

/**
 * Opinion of the investigation (调查意见).
 *
 * @param business business situation
 * @param use use of the money
 * @param repaymentSource source of repayment
 * @param amount proposed amount
 * @param termMonths proposed term
 * @param creditQueries record of credit queries
 */
public record Opinion(
        String business,
        String use,
        String repaymentSource,
        Money amount,
        int termMonths,
        List<CreditQuery> creditQueries) {

    /**
     * A credit query; the report itself stays outside.
     *
     * @param subject id of the subject: {@code firm} or a party's id
     * @param number number of the query
     * @param at when it was made
     * @param outcome {@code CLEAR FINDINGS EXPLAINED}
     */
    public record CreditQuery(
            String subject, String number, @Nullable Instant at, String outcome) {}
}

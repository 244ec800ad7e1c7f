package org.xudai.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.Money;
import org.xudai.review.Opinion.CreditQuery;

/** An opinion as somebody sends it: what he leaves out keeps its prefilled value. */
public record PartialOpinion(
        @Nullable String business,
        @Nullable String use,
        @Nullable String repaymentSource,
        @Nullable Money amount,
        @Nullable Integer termMonths,
        @Nullable List<CreditQuery> creditQueries) {}

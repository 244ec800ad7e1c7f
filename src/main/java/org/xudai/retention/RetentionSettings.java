package org.xudai.retention;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xudai.kernel.Setting;

/**
 * How long what is known of cases and borrowers is kept. A legal hold keeps it longer.
 *
 * @param renewed how long the package of a renewed case is kept after the settlement of the new loan; the law against money
 *     laundering asks for ten years at least
 * @param refused how long a case that the rules or the bank refused is kept after its end
 * @param abandoned how long a case that was withdrawn, lapsed or ended with its old loan is kept after its end
 * @param drafts how long answers in draft, links, codes and sessions are kept after the end of their case
 * @param borrower how long a borrower without a case is kept in the loan book after the settlement of his last loan
 * @param reports how long the report of an import is kept, with the name of its file
 * @param stacks how long a stack of scans is kept as it was received, and pages of it that nobody assigned; the pages that went
 *     to cases are kept with them
 * @param erases whether what has run out is erased; false only shows what would be
 * @param every how often the clocks are looked at
 * @param atOnce how many cases and how many borrowers a round erases at the most
 */
@ConfigurationProperties("xudai.retention")
record RetentionSettings(
        @DefaultValue("P10Y") Period renewed,
        @DefaultValue("P2Y") Period refused,
        @DefaultValue("P2Y") Period abandoned,
        @DefaultValue("P6M") Period drafts,
        @DefaultValue("P10Y") Period borrower,
        @DefaultValue("P1Y") Period reports,
        @DefaultValue("P2Y") Period stacks,
        @DefaultValue("true") boolean erases,
        @DefaultValue("1h") Duration every,
        @DefaultValue("200") int atOnce) {

    RetentionSettings {
        positive("renewed", renewed);
        positive("refused", refused);
        positive("abandoned", abandoned);
        positive("drafts", drafts);
        positive("borrower", borrower);
        positive("reports", reports);
        positive("stacks", stacks);
        Setting.positive("xudai.retention.every", every);
        Setting.atLeast(1, "xudai.retention.at-once", atOnce);
    }

    /** A period of zero or less would erase what has hardly ended. */
    private static void positive(String name, Period period) {
        Setting.require(
                !period.isNegative() && !period.isZero(),
                "xudai.retention." + name,
                "has to be longer than nothing, not " + period);
    }

    Period of(RetentionClock clock) {
        return switch (clock) {
            case RENEWED -> renewed;
            case REFUSED -> refused;
            case ABANDONED -> abandoned;
            case DRAFTS -> drafts;
            case BORROWER -> borrower;
            case REPORTS -> reports;
            case STACKS -> stacks;
        };
    }
}

package org.xudai.renewal;

import java.time.LocalTime;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xudai.kernel.Setting;
import org.xudai.kernel.SigningWay;

/**
 * Renewal of whitelist entries. Days count back from the earlier of the entry's end and the loan's maturity.
 *
 * @param firstReminder days before it at which the borrower is reminded first
 * @param secondReminder days of the second reminder
 * @param thirdReminder days of the third reminder
 * @param lastNormalDay last day on which a review has its normal time
 * @param escalation days at which the manager is asked to call
 * @param hardStop days of the hard stop, moved to the last working day on or before
 * @param minimumDays with fewer days left an officer decides before anything is sent
 * @param morning time of day of planned moments
 * @param evening time of day of the hard stop
 * @param reviewDays working days a review may take
 * @param workDays working days the other tasks may take
 * @param extensionDays working days that an extension of an overdue case gives
 * @param linkDays days after the hard stop for which a party's link still opens his case
 * @param offeredWays ways of signing this bank offers
 * @param bank name of the bank as forms print it
 */
@ConfigurationProperties("xudai.renewal")
record RenewalSettings(
        @DefaultValue("45") int firstReminder,
        @DefaultValue("30") int secondReminder,
        @DefaultValue("20") int thirdReminder,
        @DefaultValue("15") int lastNormalDay,
        @DefaultValue("10") int escalation,
        @DefaultValue("1") int hardStop,
        @DefaultValue("10") int minimumDays,
        @DefaultValue("09:00") LocalTime morning,
        @DefaultValue("17:00") LocalTime evening,
        @DefaultValue("1") int reviewDays,
        @DefaultValue("2") int workDays,
        @DefaultValue("3") int extensionDays,
        @DefaultValue("30") int linkDays,

        @DefaultValue({"WET_INK", "DRAWN_WITH_CODE", "CERTIFICATE"})
        Set<SigningWay> offeredWays,

        @DefaultValue("建溪银行") String bank) {

    RenewalSettings {
        Setting.filled("xudai.renewal.bank", bank);
        Setting.atLeast(0, "xudai.renewal.hard-stop", hardStop);
        isBefore("escalation", escalation, "hard-stop", hardStop);
        isBefore("last-normal-day", lastNormalDay, "escalation", escalation);
        isBefore("third-reminder", thirdReminder, "last-normal-day", lastNormalDay);
        isBefore("second-reminder", secondReminder, "third-reminder", thirdReminder);
        isBefore("first-reminder", firstReminder, "second-reminder", secondReminder);
        Setting.atLeast(0, "xudai.renewal.minimum-days", minimumDays);
        Setting.require(morning.isBefore(evening), "xudai.renewal.morning", "has to be before the evening, " + evening);
        Setting.atLeast(1, "xudai.renewal.review-days", reviewDays);
        Setting.atLeast(1, "xudai.renewal.work-days", workDays);
        Setting.atLeast(1, "xudai.renewal.extension-days", extensionDays);
        Setting.atLeast(0, "xudai.renewal.link-days", linkDays);
        Setting.require(!offeredWays.isEmpty(), "xudai.renewal.offered-ways", "has to name one way of signing");
    }

    /** Days count back: what comes first has more of them. */
    private static void isBefore(String earlier, int days, String later, int daysThen) {
        Setting.require(
                days > daysThen,
                "xudai.renewal." + earlier,
                "has to be more than xudai.renewal." + later + ", " + daysThen + ", not " + days);
    }

    /** Days of a reminder, 1 to 3. */
    int reminder(int which) {
        return switch (which) {
            case 1 -> firstReminder;
            case 2 -> secondReminder;
            default -> thirdReminder;
        };
    }
}

package org.xudai.notices;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xudai.kernel.Setting;

/**
 * Messages out.
 *
 * @param quietHours whether nothing but one-time codes is sent at night
 * @param quietFrom start of the night, business time
 * @param quietUntil end of the night
 * @param poll how often the outbox is looked at
 * @param giveUpAfter after this time without success a message has failed
 * @param giveUpCodeAfter after this time a one-time code is no longer sent, since nobody could use it
 * @param mailFrom sender of mails
 * @param sign the bank's sign in front of each SMS
 * @param sms the SMS carrier
 */
@ConfigurationProperties("xudai.notices")
record NoticeSettings(
        @DefaultValue("true") boolean quietHours,
        @DefaultValue("21:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietUntil,
        @DefaultValue("PT1S") Duration poll,
        @DefaultValue("PT72H") Duration giveUpAfter,
        @DefaultValue("PT10M") Duration giveUpCodeAfter,
        @DefaultValue("no-reply@bank.example") String mailFrom,
        @DefaultValue("【建溪银行】") String sign,
        @DefaultValue Sms sms) {

    NoticeSettings {
        Setting.positive("xudai.notices.poll", poll);
        Setting.positive("xudai.notices.give-up-after", giveUpAfter);
        Setting.positive("xudai.notices.give-up-code-after", giveUpCodeAfter);
        Setting.filled("xudai.notices.mail-from", mailFrom);
        Setting.filled("xudai.notices.sign", sign);
    }

    /**
     * The SMS carrier.
     *
     * @param url address that takes messages by POST; none: SMS are not sent and say so
     * @param key bearer key of the carrier
     * @param timeout longest wait for its answer
     * @param templates the carrier's template id for a kind of message; a kind without one has its own name as id
     */
    record Sms(
            @Nullable URI url,
            @DefaultValue("") String key,
            @DefaultValue("PT10S") Duration timeout,
            @DefaultValue Map<String, String> templates) {

        Sms {
            if (url != null && !url.toString().isEmpty()) {
                Setting.address("xudai.notices.sms.url", url);
            }
            Setting.positive("xudai.notices.sms.timeout", timeout);
        }
    }
}

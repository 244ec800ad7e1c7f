package org.xudai.mailroom;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.xudai.kernel.Setting;

/**
 * The mailroom.
 *
 * @param maxSize largest stack of scans taken
 * @param maxPages most pages of a stack
 * @param lookEvery how often a node looks for stacks that another has left
 */
@ConfigurationProperties("xudai.mailroom")
record MailroomSettings(
        @DefaultValue("300MB") DataSize maxSize,
        @DefaultValue("200") int maxPages,
        @DefaultValue("5s") Duration lookEvery) {

    MailroomSettings {
        Setting.require(maxSize.toBytes() > 0, "xudai.mailroom.max-size", "has to be more than nothing");
        Setting.atLeast(1, "xudai.mailroom.max-pages", maxPages);
        Setting.positive("xudai.mailroom.look-every", lookEvery);
    }
}

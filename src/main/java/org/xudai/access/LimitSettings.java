package org.xudai.access;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xudai.kernel.Setting;

/**
 * How often somebody may knock at a door that is open to the public. Limits by address are wide, for the people of a
 * town may share one address of their carrier.
 *
 * @param window how long a count goes on from its first knock
 * @param linksAnAddress links opened from an address in a window
 * @param codesAnAddress one-time codes asked for from an address in a window; a case's own limits are
 *     {@code xudai.access.codes-an-hour} and the two beside it
 * @param sessionsAnAddress codes tried from an address in a window
 * @param uploadsAPerson uploads of a party in a window
 * @param uploadsACase uploads of all parties of a case in a window
 * @param uploadsAnAddress uploads from an address in a window
 * @param failuresAPersonHere failed sign-ins under one name from one address in a window
 * @param failuresAPerson failed sign-ins under one name from anywhere in a window
 * @param failuresAnAddress failed sign-ins from an address in a window
 * @param trustedProxies addresses of the proxies before the product, whose {@code X-Forwarded-For} and
 *     {@code X-Forwarded-Proto} are believed; nobody's where it is empty
 */
@ConfigurationProperties("xudai.limits")
record LimitSettings(
        @DefaultValue("10m") Duration window,
        @DefaultValue("1000") int linksAnAddress,
        @DefaultValue("500") int codesAnAddress,
        @DefaultValue("1000") int sessionsAnAddress,
        @DefaultValue("200") int uploadsAPerson,
        @DefaultValue("500") int uploadsACase,
        @DefaultValue("5000") int uploadsAnAddress,
        @DefaultValue("10") int failuresAPersonHere,
        @DefaultValue("100") int failuresAPerson,
        @DefaultValue("300") int failuresAnAddress,
        @DefaultValue Set<String> trustedProxies) {

    LimitSettings {
        Setting.positive("xudai.limits.window", window);
        Setting.atLeast(1, "xudai.limits.links-an-address", linksAnAddress);
        Setting.atLeast(1, "xudai.limits.codes-an-address", codesAnAddress);
        Setting.atLeast(1, "xudai.limits.sessions-an-address", sessionsAnAddress);
        Setting.atLeast(1, "xudai.limits.uploads-a-person", uploadsAPerson);
        Setting.atLeast(1, "xudai.limits.uploads-a-case", uploadsACase);
        Setting.atLeast(1, "xudai.limits.uploads-an-address", uploadsAnAddress);
        Setting.atLeast(1, "xudai.limits.failures-a-person-here", failuresAPersonHere);
        Setting.atLeast(1, "xudai.limits.failures-a-person", failuresAPerson);
        Setting.atLeast(1, "xudai.limits.failures-an-address", failuresAnAddress);
    }
}

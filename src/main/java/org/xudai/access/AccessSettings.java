package org.xudai.access;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xudai.kernel.Setting;

/**
 * Who comes in, and how.
 *
 * @param publicUrl address under which borrowers reach the portal; links in messages start with it
 * @param codeValidity how long a one-time code is good
 * @param codeTries tries a code has
 * @param codesAMinute codes a case gets in a minute
 * @param codesAnHour codes a case gets in an hour
 * @param codesADay codes a case gets in a day
 * @param partyIdle after so long without a request a party's session ends
 * @param staffClaim the claim of a bearer token that holds the sign-in name of a member of staff; tokens are taken where
 *     {@code spring.security.oauth2.resourceserver.jwt.issuer-uri} names who issues them
 * @param firstAdmin who administrates a system without any staff
 */
@ConfigurationProperties("xudai.access")
record AccessSettings(
        @DefaultValue("http://127.0.0.1:8080") URI publicUrl,
        @DefaultValue("10m") Duration codeValidity,
        @DefaultValue("5") int codeTries,
        @DefaultValue("1") int codesAMinute,
        @DefaultValue("5") int codesAnHour,
        @DefaultValue("10") int codesADay,
        @DefaultValue("30m") Duration partyIdle,
        @DefaultValue("preferred_username") String staffClaim,
        @Nullable FirstAdmin firstAdmin) {

    AccessSettings {
        Setting.address("xudai.access.public-url", publicUrl);
        Setting.positive("xudai.access.code-validity", codeValidity);
        Setting.atLeast(1, "xudai.access.code-tries", codeTries);
        Setting.atLeast(1, "xudai.access.codes-a-minute", codesAMinute);
        Setting.atLeast(1, "xudai.access.codes-an-hour", codesAnHour);
        Setting.atLeast(1, "xudai.access.codes-a-day", codesADay);
        Setting.positive("xudai.access.party-idle", partyIdle);
        Setting.filled("xudai.access.staff-claim", staffClaim);
    }

    /**
     * The first process administrator, made where there is no staff at all.
     *
     * @param id sign-in name
     * @param name name
     * @param branch code of a branch
     * @param passwordHash password as a Spring Security hash, e.g. <code>{bcrypt}$2a$10$…</code>
     */
    record FirstAdmin(
            @DefaultValue("") String id,
            @DefaultValue("") String name,
            @DefaultValue("") String branch,
            @DefaultValue("") String passwordHash) {

        FirstAdmin {
            Setting.filled("xudai.access.first-admin.id", id);
            Setting.filled("xudai.access.first-admin.name", name);
            Setting.filled("xudai.access.first-admin.branch", branch);
            Setting.require(
                    passwordHash.startsWith("{"),
                    "xudai.access.first-admin.password-hash",
                    "has to be a hash that names how it was made, like {bcrypt}$2a$10$…");
        }
    }
}

package org.xudai.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xudai.kernel.Setting;

/**
 * The record.
 *
 * @param sealEvery how often what is new in the record is sealed
 * @param signsFoundWithin how old a seal without signature may be to be signed still: a node of a release that does not sign
 *     makes such ones as long as it runs beside newer nodes
 */
@ConfigurationProperties("xudai.audit")
record AuditSettings(
        @DefaultValue("1m") Duration sealEvery,
        @DefaultValue("1d") Duration signsFoundWithin) {

    AuditSettings {
        Setting.positive("xudai.audit.seal-every", sealEvery);
        Setting.positive("xudai.audit.signs-found-within", signsFoundWithin);
    }
}

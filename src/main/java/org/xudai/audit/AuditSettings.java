package org.xudai.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xudai.kernel.Setting;

/**
 * The record.
 *
 * @param sealEvery how often what is new in the record is sealed
 */
@ConfigurationProperties("xudai.audit")
record AuditSettings(@DefaultValue("1m") Duration sealEvery) {

    AuditSettings {
        Setting.positive("xudai.audit.seal-every", sealEvery);
    }
}

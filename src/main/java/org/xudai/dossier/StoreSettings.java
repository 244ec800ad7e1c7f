package org.xudai.dossier;

import java.net.URI;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.xudai.kernel.Setting;

/**
 * The object store: anything that speaks plain S3.
 *
 * @param endpoint address of the store
 * @param accessKey access key
 * @param secretKey secret key
 * @param bucket bucket for everything; made at the first start where it is missing
 * @param region region, as the store names it
 * @param timeout longest wait for an answer
 * @param maxFileSize largest file taken
 * @param lockFor how long received and issued bytes are locked from their writing on, where the bucket has object lock; longer
 *     than a loan and the time its package is kept after it, since the erasure lifts the lock, and nothing else does
 * @param sweepEvery how often objects that belong to no document are looked for
 * @param sweepAfter how old such an object has to be
 */
@ConfigurationProperties("xudai.store")
record StoreSettings(
        @DefaultValue("http://127.0.0.1:9000") URI endpoint,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("xudai") String bucket,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("20MB") DataSize maxFileSize,
        @DefaultValue("P15Y") Period lockFor,
        @DefaultValue("6h") Duration sweepEvery,
        @DefaultValue("24h") Duration sweepAfter) {

    StoreSettings {
        Setting.address("xudai.store.endpoint", endpoint);
        Setting.filled("xudai.store.bucket", bucket);
        Setting.filled("xudai.store.region", region);
        Setting.positive("xudai.store.timeout", timeout);
        Setting.require(maxFileSize.toBytes() > 0, "xudai.store.max-file-size", "has to be more than nothing");
        Setting.require(
                !lockFor.isNegative() && !lockFor.isZero(),
                "xudai.store.lock-for",
                "has to be longer than nothing, not " + lockFor);
        Setting.positive("xudai.store.sweep-every", sweepEvery);
        Setting.positive("xudai.store.sweep-after", sweepAfter);
    }
}

package org.xudai.tracing;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xudai.kernel.Setting;

/**
 * Traces for the bank's collector.
 *
 * @param endpoint where spans are sent by OTLP over HTTP, e.g. {@code https://collector.bank.example:4318/v1/traces}; none:
 *     none are made
 * @param percent of a hundred cases, how many are followed: all of a case is, or nothing; so are as many of the requests that
 *     belong to no case
 * @param timeout longest wait for the collector, in the background
 */
@ConfigurationProperties("xudai.tracing")
record TracingSettings(
        @Nullable URI endpoint,
        @DefaultValue("5") int percent,
        @DefaultValue("PT5S") Duration timeout) {

    TracingSettings {
        if (endpoint != null && !endpoint.toString().isEmpty()) {
            Setting.address("xudai.tracing.endpoint", endpoint);
        }
        Setting.require(
                percent >= 0 && percent <= 100, "xudai.tracing.percent", "has to be from 0 to 100, not " + percent);
        Setting.positive("xudai.tracing.timeout", timeout);
    }

    /** Where spans go, or null where they go nowhere. */
    @Nullable
    URI target() {
        return endpoint == null || endpoint.toString().isEmpty() ? null : endpoint;
    }
}

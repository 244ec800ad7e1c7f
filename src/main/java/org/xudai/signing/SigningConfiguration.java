package org.xudai.signing;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.xudai.bankseal.NeedsSealKey;
import org.xudai.bankseal.SealKey;
import org.xudai.pdf.InkField;

/** What seals on this node, and who stamps the time: the authority of the settings, or one of its own in development. */
@NeedsSealKey
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

    @Bean
    PdfSealer pdfSealer(SealKey key, InkField field, SigningSettings settings, Environment environment) {
        return new PdfSealer(key.entry(), authority(settings, environment), field);
    }

    private static @Nullable TimestampAuthority authority(SigningSettings settings, Environment environment) {
        if (settings.timestampUrl() != null) {
            return new OnlineAuthority(settings.timestampUrl(), settings.timestampTimeout());
        }
        return environment.getProperty("xudai.development", Boolean.class, false) ? new DevelopmentAuthority() : null;
    }
}

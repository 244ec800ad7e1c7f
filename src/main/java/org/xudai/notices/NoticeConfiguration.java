package org.xudai.notices;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The carriers that are configured; a channel without one says so on each of its messages. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class NoticeConfiguration {

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    MessageCarrier mailCarrier(JavaMailSender sender, NoticeSettings settings) {
        return new SmtpCarrier(sender, settings.mailFrom());
    }

    @Bean
    @ConditionalOnProperty("xudai.notices.sms.url")
    MessageCarrier smsCarrier(ObjectMapper json, NoticeSettings settings) {
        NoticeSettings.Sms sms = settings.sms();
        URI url = Objects.requireNonNull(sms.url());
        return new HttpSmsCarrier(json, url, sms.key(), sms.timeout());
    }
}

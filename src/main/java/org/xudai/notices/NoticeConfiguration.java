package org.xudai.notices;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The carriers that are configured; a channel without one says so on each of its messages. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class NoticeConfiguration {

    @Bean
    @ConditionalOnExpression("!'${spring.mail.host:}'.isBlank()")
    MessageCarrier mailCarrier(JavaMailSender sender, NoticeSettings settings) {
        return new SmtpCarrier(sender, settings.mailFrom());
    }

    @Bean
    @ConditionalOnExpression("!'${xudai.notices.sms.url:}'.isBlank()")
    MessageCarrier smsCarrier(ObjectMapper json, NoticeSettings settings) {
        return new HttpSmsCarrier(json, Objects.requireNonNull(settings.sms().url()), settings.sms());
    }
}

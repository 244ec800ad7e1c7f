package org.xudai.development;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.xudai.notices.MessageCarrier;
import org.xudai.testing.CaseWorld;

/** What only the development start has. */
@TestConfiguration(proxyBeanMethods = false)
@Import({DevelopmentOutbox.class, DemoStaff.class, DemoLoans.class, DemoCases.class, CaseWorld.class, Welcome.class})
class DevelopmentBeans {

    @Bean
    MessageCarrier smsToOutbox(DevelopmentOutbox outbox) {
        return outbox.carrier(MessageCarrier.SMS);
    }

    @Bean
    MessageCarrier mailToOutbox(DevelopmentOutbox outbox) {
        return outbox.carrier(MessageCarrier.MAIL);
    }
}

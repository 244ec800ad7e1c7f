package org.xudai.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.xudai.development.DemoStaff;

/**
 * The whole product listening on a port of its own, with the demo branches and staff, an empty loan book, and an outbox to
 * read. Its clock starts at {@link MovableClock#START}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.main.register-shutdown-hook=false")
@Import({TestInfrastructure.class, TestOutbox.class, DemoStaff.class, CaseWorld.class, MailWorld.class})
@ContextConfiguration(initializers = FreshServers.class)
@ExtendWith({ClockAtStart.class, Patience.class})
public @interface RunningXudai {}

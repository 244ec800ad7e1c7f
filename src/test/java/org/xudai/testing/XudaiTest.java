package org.xudai.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole product on a database and an object store of its own, with a clock that stands at
 * {@link MovableClock#START}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "spring.main.register-shutdown-hook=false")
@AutoConfigureMockMvc
@Import(TestInfrastructure.class)
@ContextConfiguration(initializers = FreshServers.class)
@ExtendWith(ClockAtStart.class)
public @interface XudaiTest {}

package org.xudai.development;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints where everything is once it is there. */
@Order(Ordered.LOWEST_PRECEDENCE)
class Welcome implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final ServletWebServerApplicationContext context;

    Welcome(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String base = "http://127.0.0.1:" + context.getWebServer().getPort();
        LOG.info("""

                Xudai 续贷 is ready

                  desk     {}/desk/worklist
                  Cockpit  {}/camunda/app/cockpit/  (admin)
                  API      {}/v3/api-docs
                  messages {}/dev/outbox

                  sign-ins, password xudai-demo:
                  li.officer  sun.officer  wang.reviewer  zhao.approver  qian.approver  wu.head
                  chen.officer  he.hotline  admin  auditor
                """, base, base, base, base);
    }
}

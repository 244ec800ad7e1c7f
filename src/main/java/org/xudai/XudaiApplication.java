package org.xudai;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts one node of Xudai. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class XudaiApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(XudaiApplication.class, arguments);
    }
}

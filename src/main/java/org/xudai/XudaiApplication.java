package org.xudai;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.xudai.evidence.VerifyCommand;

/** Starts one node of Xudai, or the command that its first argument names. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class XudaiApplication {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(VerifyCommand.NAME)) {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
            System.exit(new VerifyCommand(out, Locale.getDefault()).run(rest));
        }
        SpringApplication.run(XudaiApplication.class, arguments);
    }
}

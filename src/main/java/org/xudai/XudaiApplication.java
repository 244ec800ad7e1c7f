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
import org.xudai.dossier.ReconcileCommand;
import org.xudai.evidence.VerifyCommand;
import org.xudai.intake.InspectWorker;
import org.xudai.vault.KeysCommand;

/** Starts one node of Xudai, or the command that its first argument names. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class XudaiApplication {

    public static void main(String[] arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        switch (first) {
            case VerifyCommand.NAME -> System.exit(new VerifyCommand(out(), Locale.getDefault()).run(rest(arguments)));
            case ReconcileCommand.NAME ->
                System.exit(new ReconcileCommand(out(), Locale.getDefault()).run(rest(arguments)));
            case KeysCommand.NAME -> System.exit(new KeysCommand(out(), Locale.getDefault()).run(rest(arguments)));
            case InspectWorker.NAME -> InspectWorker.work();
            default -> SpringApplication.run(XudaiApplication.class, arguments);
        }
    }

    private static PrintStream out() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    private static List<String> rest(String[] arguments) {
        return Arrays.asList(arguments).subList(1, arguments.length);
    }
}

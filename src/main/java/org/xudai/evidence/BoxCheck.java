package org.xudai.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.xudai.audit.Seal;
import org.xudai.command.Console;
import org.xudai.command.Ending;

/** Tells what is wrong with an evidence box, with nothing but the box. */
final class BoxCheck {

    private final Console console;
    private final List<X509Certificate> trusted;

    BoxCheck(Console console, List<X509Certificate> trusted) {
        this.console = console;
        this.trusted = trusted;
    }

    /**
     * Checks a box.
     *
     * @param known gets the seals of the box
     */
    Ending check(Path box, List<Seal> known) {
        if (!Files.isReadable(box)) {
            return console.tell(Ending.NOT_TOLD, "verify.unreadable", box);
        }
        try {
            BoxVerdict verdict = BoxVerifier.verify(box, trusted);
            verdict.problems()
                    .forEach(problem -> console.tell(
                            Ending.BAD,
                            "verify.box-broken",
                            box,
                            console.text("verify.problem." + problem.code()),
                            problem.where()));
            known.addAll(verdict.seals());
            if (!verdict.holds()) {
                return Ending.BAD;
            }
            new Signers(console).tell(verdict.signatures());
            return console.tell(
                    Ending.GOOD,
                    "verify.box-holds",
                    box,
                    verdict.caseNumber(),
                    verdict.files(),
                    verdict.entries(),
                    verdict.sealed());
        } catch (IOException e) {
            return console.tell(Ending.NOT_TOLD, "verify.unreadable", box);
        }
    }
}

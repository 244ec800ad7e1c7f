package org.xudai.evidence;

import org.xudai.audit.Signatures;
import org.xudai.command.Console;
import org.xudai.command.Ending;

/** Tells by which certificates seals are signed, and why these were believed. */
final class Signers {

    private final Console console;

    Signers(Console console) {
        this.console = console;
    }

    void tell(Signatures signatures) {
        for (Signatures.Signer signer : signatures.signers()) {
            console.tell(
                    Ending.GOOD,
                    signer.vouchedFor() ? "verify.signed-trusted" : "verify.signed-believed",
                    signer.certificate().subject(),
                    signer.certificate().id(),
                    Long.toString(signer.first()),
                    Long.toString(signer.last()),
                    signer.seals());
        }
        if (signatures.signers().isEmpty()) {
            console.tell(Ending.GOOD, "verify.not-signed");
        }
    }
}

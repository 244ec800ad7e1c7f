package org.xudai.evidence;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.xudai.audit.AuditSeals;
import org.xudai.audit.AuditTrail;
import org.xudai.audit.ChainVerdict;
import org.xudai.audit.Seal;
import org.xudai.audit.SealVerdict;
import org.xudai.command.Console;
import org.xudai.command.Ending;

/** Tells what is wrong with the record in a database. */
final class RecordCheck {

    private final Console console;
    private final List<X509Certificate> trusted;

    RecordCheck(Console console, List<X509Certificate> trusted) {
        this.console = console;
        this.trusted = trusted;
    }

    /** Compares seals that were handed out with those that the database holds now. */
    Ending compared(ApplicationContext room, List<Seal> known) {
        Map<Long, Seal> kept =
                room
                        .getBean(AuditSeals.class)
                        .find(known.stream().map(Seal::number).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(Seal::number, seal -> seal));
        List<Long> strange = known.stream()
                .filter(seal -> !seal.equals(kept.get(seal.number())))
                .map(Seal::number)
                .distinct()
                .sorted()
                .toList();
        strange.forEach(number -> console.tell(Ending.BAD, "verify.seal-strange", Long.toString(number)));
        return strange.isEmpty() ? console.tell(Ending.GOOD, "verify.seals-same", kept.size()) : Ending.BAD;
    }

    /** Checks the chains of cases, or all chains where none is named. */
    Ending chains(ApplicationContext room, List<String> cases) {
        AuditTrail trail = room.getBean(AuditTrail.class);
        AuditSeals seals = room.getBean(AuditSeals.class);
        List<String> known = trail.chains();
        List<String> asked = cases.isEmpty() ? known : cases;
        Ending worst = Ending.GOOD;
        long entries = 0;
        long erased = 0;
        for (String chain : asked) {
            if (!known.contains(chain)) {
                worst = worst.and(console.tell(Ending.NOT_TOLD, "verify.unknown", chain));
                continue;
            }
            ChainVerdict verdict = trail.verifyChain(chain);
            entries += verdict.entries();
            erased += verdict.erased();
            worst = worst.and(chain(verdict)).and(beside(chain, trail.unexplained(chain)));
            if (!cases.isEmpty()) {
                worst = worst.and(seals(seals.verifyChain(chain, trusted)));
            }
        }
        if (cases.isEmpty()) {
            worst = worst.and(seals(seals.verifyAll(trusted)));
        }
        if (erased > 0) {
            console.tell(Ending.GOOD, "verify.erased", erased);
        }
        return worst == Ending.GOOD ? console.tell(Ending.GOOD, "verify.chains-hold", asked.size(), entries) : worst;
    }

    private Ending chain(ChainVerdict verdict) {
        return verdict.holds()
                ? Ending.GOOD
                : console.tell(
                        Ending.BAD,
                        "verify.chain-broken",
                        verdict.chain(),
                        Long.toString(verdict.brokenAt()),
                        console.text("verify.problem." + verdict.problem()));
    }

    private Ending beside(String chain, List<Long> unexplained) {
        return unexplained.isEmpty()
                ? Ending.GOOD
                : console.tell(
                        Ending.BAD, "verify.taken-away", chain, unexplained.size(), Long.toString(unexplained.get(0)));
    }

    private Ending seals(SealVerdict verdict) {
        for (SealVerdict.Problem problem : verdict.problems()) {
            String what = console.text("verify.problem." + problem.code());
            String number = Long.toString(problem.seal());
            String position = Long.toString(problem.position());
            if (problem.chain().isEmpty()) {
                console.tell(Ending.BAD, "verify.seal-broken", number, what);
            } else {
                console.tell(Ending.BAD, "verify.entry-broken", problem.chain(), position, what, number);
            }
        }
        if (!verdict.holds()) {
            return Ending.BAD;
        }
        new Signers(console).tell(verdict.signatures());
        return console.tell(Ending.GOOD, "verify.seals-hold", verdict.seals(), verdict.leaves(), verdict.waiting());
    }
}

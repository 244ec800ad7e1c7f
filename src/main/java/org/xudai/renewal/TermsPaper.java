package org.xudai.renewal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Dossier;
import org.xudai.kernel.CaseNumber;

/** The signer's acceptance of changed terms on paper: silence is never yes, so what he signed has to be there. */
@Component
class TermsPaper {

    private static final Set<Channel> NOT_FROM_HIM_ON_PAPER = Set.of(Channel.PORTAL, Channel.ISSUED);

    private final DecisionRecord decisions;
    private final Dossier dossier;

    TermsPaper(DecisionRecord decisions, Dossier dossier) {
        this.decisions = decisions;
        this.dossier = dossier;
    }

    /** Whether something came in at the staff door since the terms were offered, and was not refused. */
    boolean received(CaseNumber number) {
        Optional<Instant> offered =
                decisions.latest(number, HumanTaskKind.ApproveCase).map(RecordedDecision::at);
        return offered.isPresent()
                && dossier.ofCase(number).stream().anyMatch(document -> isAnswer(document, offered.get()));
    }

    private static boolean isAnswer(Document document, Instant offered) {
        return !NOT_FROM_HIM_ON_PAPER.contains(document.channel())
                && document.state() != DocumentState.REFUSED
                && document.storedAt().isAfter(offered);
    }
}

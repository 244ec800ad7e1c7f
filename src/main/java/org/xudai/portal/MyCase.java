package org.xudai.portal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xudai.access.CurrentParty;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.renewal.CaseParty;
import org.xudai.renewal.Material;
import org.xudai.renewal.PartyAct;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** The case of the party who asks, and what of it is his. */
@Component
class MyCase {

    private final CurrentParty current;
    private final Renewals renewals;

    MyCase(CurrentParty current, Renewals renewals) {
        this.current = current;
        this.renewals = renewals;
    }

    RenewalCase renewal() {
        return renewals.find(number()).orElseThrow(ProblemException::notFound);
    }

    CaseNumber number() {
        return current.require().caseNumber();
    }

    Actor actor() {
        return Actor.party(current.require().party());
    }

    CaseParty me() {
        return renewals.parties(number()).stream()
                .filter(party -> party.party().id().equals(current.require().party()))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    boolean isSigner() {
        return PartyAct.ANSWER_TERMS.allowedTo(me());
    }

    /** His lines: all of them where he hands in for everybody, else those he signs. */
    List<Material> materials() {
        CaseParty me = me();
        return renewals.checklist(number()).stream()
                .filter(material -> PartyAct.HAND_IN.allowedTo(me, material))
                .toList();
    }

    Material material(String code) {
        return find(code).orElseThrow(ProblemException::notFound);
    }

    Optional<Material> find(String code) {
        return materials().stream()
                .filter(material -> material.code().value().equals(code))
                .findFirst();
    }

    /** Names of parties of his case, in the order given. */
    List<String> names(List<PartyId> parties) {
        List<CaseParty> all = renewals.parties(number());
        return parties.stream()
                .flatMap(id -> all.stream()
                        .filter(party -> party.party().id().equals(id))
                        .map(party -> party.party().name()))
                .toList();
    }

    boolean takes(MaterialCode code) {
        return renewals.takesDocuments(number(), code);
    }

    void require(PartyAct act) {
        if (!act.allowedTo(me())) {
            throw ProblemException.notFound();
        }
    }
}

package org.xudai.renewal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.intake.SignerNames;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.loanbook.Party;

/** Whose signatures the forms of a case ask for. */
@Component
class CaseSigners implements SignerNames {

    private final CaseTable cases;
    private final MaterialTable materials;
    private final CaseParties parties;

    CaseSigners(CaseTable cases, MaterialTable materials, CaseParties parties) {
        this.cases = cases;
        this.materials = materials;
        this.parties = parties;
    }

    @Override
    public Signers of(CaseNumber caseNumber, MaterialCode material) {
        List<Party> all = parties.of(caseNumber);
        List<String> people = materials.ofCase(caseNumber).stream()
                .filter(line -> line.code().equals(material))
                .flatMap(line -> line.signers().stream())
                .flatMap(id -> all.stream().filter(party -> party.id().equals(id)))
                .map(Party::name)
                .toList();
        return new Signers(people, cases.get(caseNumber).firm());
    }
}

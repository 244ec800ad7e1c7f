package org.xudai.renewal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.IssuedForm;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.SigningWay;
import org.xudai.loanbook.Party;
import org.xudai.pdf.InkField;
import org.xudai.signing.Declined;
import org.xudai.signing.ScreenSignature;
import org.xudai.signing.ScreenSigning;

/** How far the forms of a case are signed on the screen, and where each signer signs. */
@Component
class SigningProgress {

    private final MaterialTable materials;
    private final CaseParties parties;
    private final FormLibrary forms;
    private final ScreenSigning signing;

    SigningProgress(MaterialTable materials, CaseParties parties, FormLibrary forms, ScreenSigning signing) {
        this.materials = materials;
        this.parties = parties;
        this.forms = forms;
        this.signing = signing;
    }

    /**
     * The current version of a form as its signers see it.
     *
     * @param form the issued version
     * @param places where each signs; none where it cannot be signed on the screen
     * @param status how far it is signed
     */
    record Paper(IssuedForm form, List<InkField.Place> places, SigningStatus status) {}

    Optional<Paper> of(CaseNumber number, MaterialCode material) {
        Kept kept = kept(number);
        Map<PartyId, Party> people =
                parties.of(number).stream().collect(Collectors.toMap(Party::id, Function.identity()));
        return materials.ofCase(number).stream()
                .filter(line -> line.code().equals(material))
                .findFirst()
                .flatMap(line -> forms.current(number, material.value()).map(form -> paper(line, form, people, kept)));
    }

    /** All that was signed or declined in a case. */
    Kept kept(CaseNumber number) {
        return new Kept(signing.signaturesOf(number), signing.declinedOf(number));
    }

    /** All that was signed or declined in a case. */
    record Kept(List<ScreenSignature> signatures, List<Declined> declined) {}

    /** A line of the checklist with its form. */
    Paper paper(MaterialTable.Line line, IssuedForm form, Map<PartyId, Party> people, Kept kept) {
        List<InkField.Place> places =
                SigningPlaces.of(form.layout(), line.signers().size()).orElse(List.of());
        boolean verified = line.signers().stream()
                .allMatch(id ->
                        people.get(id) != null && people.get(id).standing().mayConfirmSignature());
        boolean offered = line.ways().contains(SigningWay.DRAWN_WITH_CODE)
                && verified
                && !places.isEmpty()
                && signing.isOffered();
        List<SigningStatus.Line> lines = line.signers().stream()
                .flatMap(id -> Stream.ofNullable(people.get(id)))
                .map(party -> new SigningStatus.Line(
                        party,
                        kept.signatures().stream()
                                .filter(one -> one.material().equals(line.code())
                                        && one.version() == form.version()
                                        && one.party().equals(party.id()))
                                .findFirst()
                                .orElse(null),
                        kept.declined().stream()
                                .filter(one -> one.material().equals(line.code())
                                        && one.version() == form.version()
                                        && one.party().equals(party.id()))
                                .findFirst()
                                .orElse(null)))
                .toList();
        return new Paper(form, places, new SigningStatus(line.code(), form.version(), offered, lines));
    }
}

package org.xudai.renewal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xudai.access.PartyContact;
import org.xudai.access.PartyContacts;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.PartyId;
import org.xudai.loanbook.Parties;
import org.xudai.loanbook.Party;
import org.xudai.loanbook.PartyRole;

/** Who has a part in a case and where he is reached. */
@Component
class CaseParties implements PartyContacts {

    private final Parties parties;
    private final CaseTable cases;
    private final BusinessCalendar calendar;

    CaseParties(Parties parties, CaseTable cases, BusinessCalendar calendar) {
        this.parties = parties;
        this.cases = cases;
        this.calendar = calendar;
    }

    List<Party> of(CaseNumber number) {
        Map<PartyId, Party> found = new LinkedHashMap<>();
        cases.find(number).ifPresent(renewal -> renewal.loans()
                .forEach(loan -> parties.ofLoan(loan).forEach(party -> found.putIfAbsent(party.id(), party))));
        return List.copyOf(found.values());
    }

    List<Party> withRole(CaseNumber number, PartyRole role) {
        return of(number).stream().filter(party -> party.is(role)).toList();
    }

    Optional<Party> signer(CaseNumber number) {
        return withRole(number, PartyRole.SIGNER).stream().findFirst();
    }

    Optional<Party> contact(CaseNumber number) {
        return withRole(number, PartyRole.CONTACT).stream().findFirst();
    }

    /** Who hears of the case: the contact, or the signer where there is no contact in reach. */
    Optional<Party> addressee(CaseNumber number) {
        return contact(number)
                .filter(this::reachable)
                .or(() -> signer(number).filter(this::reachable))
                .or(() -> contact(number))
                .or(() -> signer(number));
    }

    /** Whether a message can go to him, be it after the rest of a new number. */
    boolean hasAddress(Party party) {
        return party.mobile() != null || party.email() != null;
    }

    /** Whether a message can go to him now. */
    boolean reachable(Party party) {
        return hasAddress(party) && !paused(party);
    }

    private boolean paused(Party party) {
        return party.sendingPausedUntil() != null && party.sendingPausedUntil().isAfter(calendar.now());
    }

    List<CaseParty> list(CaseNumber number) {
        Map<PartyId, Boolean> invited = cases.invited(number);
        Optional<PartyId> addressee = addressee(number).map(Party::id);
        return of(number).stream()
                .map(party -> new CaseParty(
                        party,
                        invited.containsKey(party.id()),
                        party.is(PartyRole.CONTACT)
                                || addressee.filter(party.id()::equals).isPresent()))
                .toList();
    }

    @Override
    public Optional<PartyContact> contactOf(CaseNumber caseNumber, PartyId id) {
        return of(caseNumber).stream()
                .filter(party -> party.id().equals(id))
                .findFirst()
                .map(party -> new PartyContact(
                        party.name(),
                        paused(party) ? null : party.mobile(),
                        party.email(),
                        party.language(),
                        party.standing().mayConfirmSignature()));
    }
}

package org.xudai.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.access.AccessLog;
import org.xudai.kernel.Masked;
import org.xudai.kernel.MobileNumber;
import org.xudai.kernel.ResidentId;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.Party;
import org.xudai.loanbook.PartyRole;
import org.xudai.renewal.CaseParty;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** The people of a case as the desk shows them: numbers masked, and in full only where somebody asks and it is noted. */
@Component
class CasePeople {

    private final Renewals renewals;
    private final ApplicationEventPublisher events;
    private final AccessLog log;

    CasePeople(Renewals renewals, ApplicationEventPublisher events, AccessLog log) {
        this.renewals = renewals;
        this.events = events;
        this.log = log;
    }

    /**
     * A person of a case.
     *
     * @param invited whether he has a link
     * @param mobile masked, null where none is known
     * @param residentId masked, null where none is known
     * @param shown one of both in full, where it was asked for
     */
    record Person(
            Party party,
            boolean invited,
            @Nullable String mobile,
            @Nullable String residentId,
            @Nullable Shown shown) {}

    /** A value in full. */
    record Shown(PersonalShown.What what, String value) {}

    List<Person> of(RenewalCase renewal, @Nullable Party asked, @Nullable Shown shown) {
        return renewals.parties(renewal.number()).stream()
                .map(one -> person(
                        one, asked != null && asked.id().equals(one.party().id()) ? shown : null))
                .toList();
    }

    Party find(RenewalCase renewal, String id) {
        return renewals.parties(renewal.number()).stream()
                .map(CaseParty::party)
                .filter(party -> party.id().toString().equals(id))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** Whom to call first: the contact, else the signer. */
    Optional<Party> toCall(RenewalCase renewal) {
        List<Party> all = renewals.parties(renewal.number()).stream()
                .map(CaseParty::party)
                .toList();
        return all.stream()
                .filter(party -> party.is(PartyRole.CONTACT))
                .findFirst()
                .or(() ->
                        all.stream().filter(party -> party.is(PartyRole.SIGNER)).findFirst());
    }

    /** The value in full; that somebody looked is on record before he sees it. */
    @Transactional
    public Optional<Shown> show(RenewalCase renewal, Party party, PersonalShown.What what, StaffId by) {
        Optional<String> value =
                switch (what) {
                    case MOBILE -> Optional.ofNullable(party.mobile()).map(MobileNumber::value);
                    case RESIDENT_ID -> Optional.ofNullable(party.residentId()).map(ResidentId::value);
                };
        value.ifPresent(found -> {
            log.reads(renewal.number(), AccessLog.What.PERSONAL_VALUE, party.id() + "/" + what);
            events.publishEvent(new PersonalShown(renewal.number(), party.id(), what, by));
        });
        return value.map(found -> new Shown(what, found));
    }

    private static Person person(CaseParty one, @Nullable Shown shown) {
        Party party = one.party();
        return new Person(
                party,
                one.invited(),
                Optional.ofNullable(party.mobile())
                        .map(Masked::of)
                        .map(Masked::shown)
                        .orElse(null),
                Optional.ofNullable(party.residentId())
                        .map(Masked::of)
                        .map(Masked::shown)
                        .orElse(null),
                shown);
    }
}

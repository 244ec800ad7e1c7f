package org.xudai.renewal;

import java.util.Set;
import org.xudai.loanbook.PartyRole;

/** The table of what parties may do in their own case, and in no other; the portal and the API ask it. */
public enum PartyAct {
    READ_CASE("read the state of the case and the lines that concern him", Who.EVERY_PARTY),
    ASK_FOR_GUIDANCE("ask to be called and guided", Who.EVERY_PARTY),
    FILL_FORMS("read, fill and download forms", Who.OWN_LINES),
    HAND_IN("hand in documents, see what he handed in and what was found", Who.OWN_LINES),
    SIGN("sign a form on the screen in his turn, or decline to", Who.ITS_SIGNERS),
    SUBMIT("submit the case", Who.WHO_HANDS_IN),
    WITHDRAW("withdraw the case", Who.WHO_HANDS_IN),
    ANSWER_TERMS("accept or decline changed terms", Who.SIGNER);

    private final String meaning;
    private final Who who;

    /** Which of the parties. */
    public enum Who {
        EVERY_PARTY("every party"),
        OWN_LINES("who hands in for everybody; other parties for the lines they sign"),
        ITS_SIGNERS("who signs that form; never one for another"),
        WHO_HANDS_IN("who hands in for everybody: the contact, or a signer invited alone"),
        SIGNER("the signer: legal representative or owner");

        private final String meaning;

        Who(String meaning) {
            this.meaning = meaning;
        }

        /** As a phrase, for the table of rights. */
        public String meaning() {
            return meaning;
        }
    }

    PartyAct(String meaning, Who who) {
        this.meaning = meaning;
        this.who = who;
    }

    /** What is done, as a phrase that follows "may". */
    public String meaning() {
        return meaning;
    }

    public Who who() {
        return who;
    }

    /** Whether a party may do it in his case. */
    public boolean allowedTo(CaseParty party) {
        return switch (who) {
            case EVERY_PARTY, OWN_LINES -> true;
            case ITS_SIGNERS -> !party.party().roles().equals(Set.of(PartyRole.CONTACT));
            case WHO_HANDS_IN -> party.seesAll();
            case SIGNER -> party.party().is(PartyRole.SIGNER);
        };
    }

    /** Whether a party may do it with a line of the checklist. */
    public boolean allowedTo(CaseParty party, Material line) {
        boolean signs = line.signers().contains(party.party().id());
        return allowedTo(party)
                && switch (who) {
                    case OWN_LINES -> party.seesAll() || signs;
                    case ITS_SIGNERS -> signs;
                    case EVERY_PARTY, WHO_HANDS_IN, SIGNER -> true;
                };
    }
}

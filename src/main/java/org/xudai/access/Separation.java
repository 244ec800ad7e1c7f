package org.xudai.access;

/**
 * Separation of duties (审贷分离, 双人复核): what keeps a person from an act on a case although his role has the right. The name is
 * the rule that a refusal tells.
 */
public enum Separation {
    LEAD_ONLY("only the lead of the case, who opened it"),
    FOUR_EYES_INVESTIGATED("not the lead, and not who investigated the case"),
    FOUR_EYES_REVIEWED("not who reviewed the case"),
    FOUR_EYES_APPROVED("not who approved the case at another level"),
    FOUR_EYES_UPLOADED("not who handed in documents of the case"),
    FOUR_EYES_IMPORTED("not who imported the loan"),
    SECOND_PERSON("counts once a second person has confirmed it");

    private final String meaning;

    Separation(String meaning) {
        this.meaning = meaning;
    }

    /** The condition as a phrase, for the table of rights. */
    public String meaning() {
        return meaning;
    }
}

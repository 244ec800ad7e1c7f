package org.xudai.renewal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Money;
import org.xudai.kernel.SigningWay;
import org.xudai.loanbook.PartyRole;

/** The bank's rules, as its decision tables in {@code bpmn/*.dmn} hold them. */
public interface CaseRules {

    /** Every reason and note on a loan, in the order of the rules; unknown values are reasons. */
    List<Reason> eligibility(LoanFacts facts);

    /** The materials a case needs, in the order of the rules. */
    List<MaterialRule> materials(CaseFacts facts);

    /** How many people have to look at an amount. */
    ControlLevel controlLevel(Money amount);

    /**
     * What eligibility looks at; null where it is not known.
     *
     * @param settled whether the loan is paid back
     * @param classification 五级分类
     * @param daysOverdue days overdue
     * @param size 企业规模 in Chinese
     * @param maturesOn maturity
     * @param daysToMaturity days from today to maturity
     * @param entryEnded whether the whitelist entry has ended
     */
    record LoanFacts(
            @Nullable Boolean settled,
            @Nullable String classification,
            @Nullable Integer daysOverdue,
            @Nullable String size,
            @Nullable LocalDate maturesOn,
            @Nullable Long daysToMaturity,
            @Nullable Boolean entryEnded) {}

    /**
     * A reason against a renewal, or a note.
     *
     * @param code stable code, its sentence is {@code reason.<code>} in the bundle
     * @param note whether it is a mere note
     */
    record Reason(String code, boolean note) {}

    /**
     * What the checklist depends on.
     *
     * @param company whether the borrower is a company, not a 个体工商户 or farmer
     * @param amount balance of the loans
     * @param secured whether a guarantor or mortgagor is registered
     * @param contactSigns whether the contact signs for the signer
     */
    record CaseFacts(boolean company, Money amount, boolean secured, boolean contactSigns) {}

    /**
     * A line of the checklist.
     *
     * @param code material
     * @param signers roles that sign, in order
     * @param ways ways of signing
     * @param original whether the paper original is due
     * @param required whether the case cannot be submitted without it
     */
    record MaterialRule(
            MaterialCode code, List<PartyRole> signers, Set<SigningWay> ways, boolean original, boolean required) {}

    /**
     * Level of control (双人调查, 分级审批).
     *
     * @param coInvestigation whether a second person investigates
     * @param approvals how many people approve, one after the other
     */
    record ControlLevel(boolean coInvestigation, int approvals) {}
}

package org.xudai.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Money;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.HumanTaskKind;

/**
 * A row of the worklist (工作清单).
 *
 * @param id id of the task
 * @param kind which task
 * @param caseNumber the case
 * @param firm the borrower
 * @param branch branch of the case
 * @param level level of an approval, else 0
 * @param balance balance
 * @param maturesOn maturity
 * @param whitelistEnd end of the entry
 * @param openedAt when it came up
 * @param dueAt when it is due
 * @param hardStopAt hard stop of the case
 * @param assignee who claimed it
 */
public record WorkItem(
        String id,
        HumanTaskKind kind,
        CaseNumber caseNumber,
        String firm,
        BranchCode branch,
        int level,
        Money balance,
        LocalDate maturesOn,
        @Nullable LocalDate whitelistEnd,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant hardStopAt,
        @Nullable StaffId assignee) {}

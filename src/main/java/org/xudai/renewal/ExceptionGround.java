package org.xudai.renewal;

import java.util.List;

/**
 * Why somebody has to decide whether a case goes on as an exception ({@code Task_DecideException}).
 *
 * @param cause what stopped it
 * @param reasons codes of what the rules find against the loan as of now, in their order; sentences are {@code
 *     reason.<code>} in the bundles. Empty unless the cause is {@code NOT_ELIGIBLE}, and where the loan has changed since
 * @param coreReason in the core system's words; empty unless it refused
 */
public record ExceptionGround(CaseSteps.ExceptionCause cause, List<String> reasons, String coreReason) {}

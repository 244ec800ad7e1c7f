package org.xudai.access;

import org.jspecify.annotations.Nullable;
import org.xudai.kernel.BranchCode;

/**
 * A branch of the bank (网点).
 *
 * @param code number
 * @param name name as printed on forms
 * @param phone phone of the branch
 * @param address postal address
 * @param coveredBy the branch that covers it while it is closed (承接网点)
 */
public record Branch(
        BranchCode code,
        String name,
        String phone,
        String address,
        @Nullable BranchCode coveredBy) {}

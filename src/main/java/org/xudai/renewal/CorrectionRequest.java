package org.xudai.renewal;

import org.xudai.kernel.MaterialCode;

/**
 * A material to be corrected (退回补充).
 *
 * @param material which one
 * @param reason code of the reason, its sentence is {@code correction.<reason>} in the bundle
 * @param text the sentence the borrower sees besides; may be empty
 */
public record CorrectionRequest(MaterialCode material, String reason, String text) {}

package org.xudai.intake.marks;

/** Kinds of marks on paper, as far as a picture tells them apart. */
public enum MarkKind {
    /** Ink of a pen that is not red: 签字 or other handwriting. */
    PEN,
    /** 公章: a red ring of 38 to 45 mm with a star. */
    COMPANY_SEAL,
    /** 手印. */
    FINGERPRINT,
    /** 名章: a small red square. */
    NAME_CHOP,
    /** 骑缝章: a red stamp that runs over the edge of the page. */
    STRADDLE_SEAL,
    /** Another red stamp: 财务专用章, 合同专用章, a bank's chop. */
    OTHER_CHOP,
    /** A stamp that is not red, or the copy of one. */
    COLOURLESS_STAMP
}

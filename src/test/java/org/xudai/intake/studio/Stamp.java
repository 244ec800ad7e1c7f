package org.xudai.intake.studio;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/** What is stamped on papers, and how large it is. Drawn upright round the point 0, 0, in millimetres. */
public enum Stamp {
    /** 公章: a ring, a star, the firm's name along the ring. */
    COMPANY_SEAL(38, 45, 0.5),
    /** 财务专用章 and 合同专用章: as the company's seal, with a line of text below the star. */
    SPECIAL_SEAL(38, 42, 0.5),
    /** 法定代表人名章: a small square. */
    NAME_CHOP(16, 22, 0.15),
    /** 手印. */
    FINGERPRINT(13, 17, 3.2),
    /** An oval chop: 发票专用章 and others. */
    OVAL_CHOP(38, 45, 0.4),
    /** A bank's line of words in a frame: 与原件核对一致. */
    BANK_WORDS(42, 56, 0.12),
    /** A bank's round chop with the day: 业务清讫. */
    BANK_DATE(28, 34, 0.3);

    private static final List<String> BANK = List.of("与原件核对一致", "双人核对", "已核原件", "复印件与原件一致");
    private static final List<String> SPECIAL = List.of("财务专用章", "合同专用章");

    private final double least;
    private final double most;
    private final double turn;

    Stamp(double least, double most, double turn) {
        this.least = least;
        this.most = most;
        this.turn = turn;
    }

    /** Size across, mm. */
    double size(Chance chance) {
        return chance.between(least, most);
    }

    /** How far it is turned, in radians. */
    double turned(Chance chance) {
        return chance.in(0.1) ? chance.between(-Math.PI, Math.PI) * Math.min(1, turn * 2) : chance.about(turn / 2);
    }

    /** Inks from orange red to crimson; a bank's may be blue. */
    Color ink(Chance chance) {
        if ((this == BANK_WORDS || this == BANK_DATE) && chance.in(0.35)) {
            return new Color(chance.from(30, 70), chance.from(50, 90), chance.from(150, 200));
        }
        int strength = chance.below(40);
        return new Color(chance.from(205, 240), chance.from(15, 60) + strength, chance.from(20, 80) + strength);
    }

    void draw(Graphics2D paper, double size, String firm, String person, Chance chance) {
        switch (this) {
            case COMPANY_SEAL -> Seals.round(paper, size, firm, chance);
            case SPECIAL_SEAL -> Seals.special(paper, size, firm, chance.oneOf(SPECIAL), chance);
            case NAME_CHOP -> Seals.square(paper, size, person, chance);
            case FINGERPRINT -> Fingerprint.draw(paper, size, chance);
            case OVAL_CHOP -> Seals.oval(paper, size, firm, "发票专用章");
            case BANK_WORDS -> Seals.framed(paper, size, chance.oneOf(BANK));
            case BANK_DATE ->
                Seals.dated(paper, size, "建溪银行", "2026." + chance.from(10, 12) + "." + chance.from(10, 28));
        }
    }
}

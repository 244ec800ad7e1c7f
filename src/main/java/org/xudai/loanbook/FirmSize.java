package org.xudai.loanbook;

/** Size of a firm (企业规模) by 工信部联企业〔2011〕300号. */
public enum FirmSize {
    LARGE("大型"),
    MEDIUM("中型"),
    SMALL("小型"),
    MICRO("微型"),
    SELF_EMPLOYED("个体工商户"),
    FARMER("农户");

    private final String chinese;

    FirmSize(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}

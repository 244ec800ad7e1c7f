package org.xudai.loanbook;

/** The columns of the file of parties and security. */
enum PartyColumn {
    LOAN("借据号"),
    ROLE("角色"),
    NAME("姓名"),
    RESIDENT_ID("证件号码"),
    MOBILE("手机号码"),
    EMAIL("电子邮箱"),
    SPOUSE_OF("配偶");

    private final String header;

    PartyColumn(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }
}

package org.xudai.loanbook;

import java.util.Arrays;
import java.util.List;

/** The columns of the loan file, by their header. */
enum LoanColumn {
    NUMBER("借据号"),
    CUSTOMER("客户号"),
    FIRM("企业名称"),
    CREDIT_CODE("统一社会信用代码"),
    SIZE("企业规模"),
    SIGNER("法定代表人"),
    SIGNER_ID("法定代表人证件号码"),
    CONTACT("联系人"),
    MOBILE("手机号码"),
    EMAIL("电子邮箱"),
    PRODUCT("贷款产品"),
    CURRENCY("币种"),
    AMOUNT("贷款金额"),
    BALANCE("贷款余额"),
    RATE("年利率(%)"),
    ISSUED("发放日"),
    MATURES("到期日"),
    CLASSIFICATION("五级分类"),
    OVERDUE("当前逾期天数"),
    BRANCH("经办机构号"),
    BRANCH_NAME("经办机构"),
    MANAGER("客户经理工号"),
    WHITELIST_END("白名单到期日");

    private final String header;

    LoanColumn(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }

    static List<String> headers() {
        return Arrays.stream(values()).map(LoanColumn::header).toList();
    }
}

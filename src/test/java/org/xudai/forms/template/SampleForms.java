package org.xudai.forms.template;

import static org.xudai.forms.template.FieldSpec.input;
import static org.xudai.forms.template.FieldSpec.value;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes the six sample forms under {@code src/main/resources/forms}: run with the file of a Chinese serif font (the
 * committed ones are set in Noto Serif SC Regular) and the target directory.
 */
public final class SampleForms {

    private final Path font;
    private final Path target;

    private SampleForms(Path font, Path target) {
        this.font = font;
        this.target = target;
    }

    public static void main(String[] arguments) throws IOException {
        SampleForms forms = new SampleForms(Path.of(arguments[0]), Path.of(arguments[1]));
        forms.application();
        forms.whitelistConfirmation();
        forms.creditAuthorization();
        forms.shareholderResolution();
        forms.guarantorConsent();
        forms.authorizationLetter();
    }

    private static FieldSpec firm() {
        return value("firm", "borrower.name", 330, "借款人名称", "Borrower");
    }

    private static FieldSpec creditCode() {
        return value("creditCode", "borrower.creditCode", 160, "统一社会信用代码", "Credit code");
    }

    private static FieldSpec bank(float width) {
        return value("bank", "bank.name", width, "银行名称", "Bank");
    }

    private static FieldSpec branch(float width) {
        return value("branch", "branch.name", width, "经办机构", "Branch");
    }

    private static FieldSpec signer() {
        return value("signer", "signer.name", 110, "法定代表人或经营者", "Legal representative or owner");
    }

    private static FieldSpec signerId() {
        return value("signerId", "signer.residentIdMasked", 150, "证件号码", "Identity number");
    }

    private static FieldSpec loan() {
        return value("loanNumber", "loan.number", 140, "借据号", "Loan number");
    }

    private static FieldSpec contract() {
        return input("contractNumber", "TEXT", 170, 0, 40, "原借款合同编号", "Number of the former contract")
                .bound("loan.contractNumber");
    }

    private void application() throws IOException {
        new SampleForm(font, "application", 1, "续贷申请书", "Renewal application")
                .step("借多少、借多久", "How much and for how long")
                .step("经营和还款", "Business and repayment")
                .line("致：", bank(120), branch(200))
                .line("申请人（借款人）：", firm())
                .line("统一社会信用代码：", creditCode(), "  企业规模：", value("size", "borrower.size", 70, "企业规模", "Size"))
                .line("法定代表人（经营者）：", signer(), "  证件号码：", signerId())
                .line("联系人：", value("contact", "contact.name", 110, "联系人", "Contact"))
                .heading("一、原贷款情况")
                .line("原借款合同编号：", contract(), "  借据号：", loan())
                .line(
                        "贷款品种：",
                        value("product", "loan.product", 90, "贷款产品", "Product"),
                        "  年利率：",
                        value("rate", "loan.rate", 46, "年利率", "Annual rate"),
                        "%  担保方式：",
                        value("security", "security.kind", 60, "担保方式", "Security"))
                .line(
                        "发放日：",
                        value("issuedOn", "loan.issuedOn", 100, "发放日", "Issued on"),
                        "  到期日：",
                        value("maturesOn", "loan.maturesOn", 100, "到期日", "Matures on"))
                .line(
                        "贷款余额：人民币",
                        value("balance", "loan.balance", 110, "贷款余额", "Balance"),
                        "元（大写：",
                        value("balanceInCapitals", "loan.balanceInCapitals", 210, "贷款余额大写", "Balance in capitals"),
                        "）")
                .line("白名单到期日：", value("whitelistEnd", "whitelist.end", 100, "白名单到期日", "Whitelist end"))
                .line("担保人：", value("guarantors", "guarantors.names", 300, "担保人", "Guarantors"))
                .heading("二、申请内容")
                .line("申请人因生产经营仍需资金，现于贷款到期前主动提出续贷申请，以新发放贷款结清原贷款：")
                .line(
                        "申请金额：人民币",
                        input("amount", "AMOUNT", 120, 1, 20, "申请金额（元）", "Amount (yuan)")
                                .bound("loan.balance")
                                .must()
                                .hint("不能超过贷款余额", "Not more than the loan's balance"),
                        "元")
                .line(
                        "大写：人民币",
                        new FieldSpec(
                                "amountInCapitals",
                                "AMOUNT_IN_CAPITALS",
                                "申请金额大写",
                                "Amount in capitals",
                                "loan.balanceInCapitals",
                                false,
                                false,
                                0,
                                60,
                                300,
                                15,
                                null,
                                null,
                                java.util.List.of()))
                .line(
                        "申请期限：",
                        input("termMonths", "INTEGER", 50, 1, 3, "期限（个月）", "Term (months)")
                                .bound("loan.termMonths")
                                .must()
                                .hint("最长36个月", "36 months at most"),
                        "个月")
                .area(
                        "贷款用途：",
                        input("use", "LONG_TEXT", 483, 1, 200, "钱用在哪里", "Use of the money")
                                .must()
                                .tall(44)
                                .hint("例如：归还原贷款，采购秋茶", "For example: repay the former loan, buy autumn tea"))
                .newPage()
                .area(
                        "经营情况（主营业务、近一年销售、主要客户）：",
                        input("business", "LONG_TEXT", 483, 2, 400, "经营情况", "Business")
                                .must()
                                .tall(74)
                                .hint("写清卖什么、一年卖多少、卖给谁", "What you sell, how much a year, to whom"))
                .area(
                        "还款来源：",
                        input("repaymentSource", "LONG_TEXT", 483, 2, 200, "用什么还款", "Source of repayment")
                                .must()
                                .tall(44)
                                .hint("例如：茶叶销售收入", "For example: sales of tea"))
                .heading("三、申请人声明与承诺")
                .line("1. 申请人依法合规经营，生产经营正常，具有持续经营能力和良好的财务状况，信用状况良好，没有拖欠本金、利息及其他不良行为，没有挪用贷款资金。")
                .line("2. 本申请书所填内容及所提交的全部材料真实、完整、有效；如有变化，申请人将及时书面告知贵行。")
                .line("3. 申请人知悉：贵行按照新发放贷款的标准进行调查、审查和审批，提交本申请不代表贵行同意续贷；白名单续期也不代表贷款已经续贷。")
                .line("4. 经贵行审批同意的，申请人将在原贷款到期前与贵行签订新的借款合同，并落实担保；未签订新的借款合同的，原贷款仍按原合同约定到期偿还。")
                .line("5. 申请人同意贵行为办理本申请处理所提交的信息，并在法律、行政法规规定和约定的期限内保存。")
                .line("6. 申请人知悉贵行可以批准低于申请的金额、期限或者附加条件，届时以申请人另行确认为准。")
                .gap(10)
                .line("填写日期（打印）：", value("today", "today", 100, "填写日期", "Date printed"))
                .marks("signer", "申请人：法定代表人或经营者签字，并加盖公章", true, true)
                .write(target);
    }

    private void whitelistConfirmation() throws IOException {
        new SampleForm(font, "whitelist-confirmation", 2, "白名单续期确认书", "Whitelist renewal confirmation")
                .line("致：", bank(120), branch(200))
                .line("借款人：", firm())
                .line("统一社会信用代码：", creditCode())
                .line("借据号：", loan(), "  白名单到期日：", value("whitelistEnd", "whitelist.end", 100, "白名单到期日", "End"))
                .line(
                        "贷款余额：人民币",
                        value("balance", "loan.balance", 110, "贷款余额", "Balance"),
                        "元  贷款到期日：",
                        value("maturesOn", "loan.maturesOn", 100, "到期日", "Matures on"))
                .gap(8)
                .line("借款人确认并同意：")
                .line("一、借款人申请继续列入贵行续贷白名单，并同意贵行对借款人重新进行准入核查；原白名单已到期的，按重新准入办理。")
                .line("二、借款人提交的续贷申请书、身份证件、营业执照、财务报表或账户流水以及其他全部材料真实、完整、有效，复印件、照片与原件一致。")
                .line("三、借款人目前依法正常经营，没有停产停业、重大诉讼、重大债务纠纷，没有被列入失信被执行人名单；发生上述情形的，立即告知贵行。")
                .line("四、借款人没有将贷款资金用于房地产、股权、有价证券、期货等投资，没有用于国家禁止生产、经营的领域和用途。")
                .line("五、白名单续期仅表示借款人可以继续申请续贷，不构成贵行发放贷款的承诺；新的借款合同须在贷款到期前另行签订。")
                .line("六、借款人提供虚假材料或者违反本确认书的，贵行可以将借款人移出白名单、停止办理续贷，并依照合同和法律追究责任。")
                .gap(10)
                .line("法定代表人（经营者）：", signer(), "  打印日期：", value("today", "today", 100, "打印日期", "Date printed"))
                .marks("signer", "借款人：法定代表人或经营者签字，并加盖公章", true, true)
                .write(target);
    }

    private void creditAuthorization() throws IOException {
        new SampleForm(font, "credit-authorization", 3, "征信查询授权书", "Credit enquiry authorisation")
                .line("被授权机构：", bank(120), branch(200))
                .line("授权人（企业）：", firm())
                .line("统一社会信用代码：", creditCode())
                .line("授权人（法定代表人或经营者）：", signer(), "  证件号码：", signerId())
                .gap(6)
                .line("授权人就办理续贷业务（借据号：", loan(), "），不可撤销地授权被授权机构：")
                .line("一、查询：在办理本笔续贷业务的贷前调查、审查审批、贷后管理期间，通过金融信用信息基础数据库及依法设立的征信机构，查询、打印、保存和使用授权人的信用报告和信用信息。")
                .line("二、报送：将授权人的基本信息、信贷交易信息以及其他反映信用状况的信息，包括不良信息，按照《征信业管理条例》等规定向金融信用信息基础数据库报送。")
                .line("三、用途：上述信息仅用于审核本笔续贷申请、审核担保人资格、进行贷后风险管理以及处理异议。")
                .line("四、期限：自本授权书签署之日起，至本笔业务项下全部债权债务结清之日止；续贷申请未获批准的，至被授权机构作出不予批准决定之日止。")
                .line("五、被授权机构对所查询的信息负有保密义务，超出授权范围查询、使用的，由被授权机构承担相应法律责任。续贷申请未获批准的，本授权书及所查询的信用报告由被授权机构依法留存。")
                .line("六、授权人已知悉并理解本授权书的全部内容，特别是被授权机构报送不良信息的条款可能给授权人带来的后果；法定代表人或经营者同时以个人名义授权查询其本人的信用信息。")
                .gap(8)
                .line("打印日期：", value("today", "today", 100, "打印日期", "Date printed"))
                .marks("firm", "授权人（企业）：法定代表人或经营者签字，并加盖公章", true, true)
                .marks("owner", "授权人（个人）：法定代表人或经营者本人签字", false, false)
                .write(target);
    }

    private void shareholderResolution() throws IOException {
        SampleForm form = new SampleForm(font, "shareholder-resolution", 4, "股东会决议", "Shareholders' resolution")
                .step("会议情况", "The meeting")
                .line("公司名称：", firm())
                .line("统一社会信用代码：", creditCode())
                .line(
                        "会议时间：",
                        input("meetingDate", "DATE", 110, 1, 10, "会议日期", "Date of the meeting")
                                .must(),
                        "  会议地点：",
                        input("meetingPlace", "TEXT", 200, 1, 60, "会议地点", "Place of the meeting")
                                .must())
                .line(
                        "应到股东",
                        input("due", "INTEGER", 36, 1, 3, "应到股东人数", "Shareholders due")
                                .must(),
                        "人，实到股东",
                        input("present", "INTEGER", 36, 1, 3, "实到股东人数", "Shareholders present")
                                .must(),
                        "人，代表",
                        input("votes", "TEXT", 46, 1, 6, "表决权比例（%）", "Share of votes (%)")
                                .must(),
                        "%的表决权。会议的召集、召开和表决程序符合《中华人民共和国公司法》和公司章程的规定。")
                .gap(4)
                .line("经到会股东表决，一致同意：")
                .line("一、同意公司向", bank(120), "申请续贷（借据号：", loan(), "），以新发放贷款结清原贷款。")
                .line(
                        "二、续贷金额以人民币",
                        value("balance", "loan.balance", 110, "金额上限", "Limit"),
                        "元（大写：",
                        value("balanceInCapitals", "loan.balanceInCapitals", 230, "金额上限大写", "Limit in capitals"),
                        "）为限，期限、利率、还款方式以借款合同为准。")
                .line("三、同意公司继续列入该行续贷白名单，并按该行要求提供材料、办理担保手续。")
                .line("四、授权法定代表人", signer(), "代表公司签署续贷申请书、白名单续期确认书、借款合同及有关文件，由此产生的权利义务由公司承担。")
                .line("五、本决议内容真实、合法、有效；股东名册、章程如有变更，公司将及时告知该行。")
                .gap(6)
                .line("打印日期：", value("today", "today", 100, "打印日期", "Date printed"));
        for (int i = 1; i <= 5; i++) {
            form.line(
                    "股东" + i + "：",
                    value("shareholder" + i, "shareholder." + i + ".name", 180, "股东" + i, "Shareholder " + i));
        }
        form.newPage();
        for (int i = 1; i <= 5; i++) {
            form.marks("shareholder-" + i, "股东" + i + "签字（法人股东加盖公章）", false, false);
        }
        form.write(target);
    }

    private void guarantorConsent() throws IOException {
        SampleForm form = new SampleForm(font, "guarantor-consent", 5, "担保人同意继续担保确认书", "Guarantor's consent to go on")
                .line("致：", bank(120), branch(200))
                .line("借款人：", firm())
                .line("原借款合同编号：", contract(), "  借据号：", loan())
                .line(
                        "贷款余额：人民币",
                        value("balance", "loan.balance", 110, "贷款余额", "Balance"),
                        "元（大写：",
                        value("balanceInCapitals", "loan.balanceInCapitals", 210, "余额大写", "Balance in capitals"),
                        "）")
                .line("担保人：", value("guarantors", "guarantors.names", 330, "担保人", "Guarantors"))
                .gap(6)
                .line("担保人确认并同意：")
                .line("一、担保人已知悉借款人向贵行申请续贷，由贵行发放新贷款，新贷款用于偿还上述旧贷款（以新贷还旧贷），并同意为新贷款继续提供担保。")
                .line("二、担保范围包括新贷款的本金、利息、罚息、复利、违约金、损害赔偿金以及实现债权和担保权利的费用；担保方式、金额和期间以另行签订的担保合同为准。")
                .line("三、担保人为旧贷款提供的抵押、质押已经登记的，同意在登记尚未注销的情况下继续为新贷款提供担保，并配合贵行办理变更登记、重新登记等手续。")
                .line("四、担保人具有提供担保的主体资格和相应的民事行为能力，担保财产权属清楚，没有未告知贵行的查封、扣押、共有或者租赁情形。")
                .line("五、担保人的配偶知悉并同意上述担保，同意以夫妻共同财产承担担保责任。")
                .line("六、本确认书自担保人签署之日起生效。借款人未能与贵行签订新的借款合同的，担保人对旧贷款的担保责任不受影响。")
                .gap(6)
                .line("打印日期：", value("today", "today", 100, "打印日期", "Date printed"));
        form.newPage();
        for (int i = 1; i <= 3; i++) {
            form.line(
                    "担保人" + i + "：",
                    value("guarantor" + i, "guarantor." + i + ".name", 200, "担保人" + i, "Guarantor " + i));
            form.marks("guarantor-" + i, "担保人" + i + "签字并按手印（单位加盖公章）", false, false);
            form.marks("spouse-" + i, "担保人" + i + "的配偶签字并按手印（没有配偶的不填）", false, false);
        }
        form.write(target);
    }

    private void authorizationLetter() throws IOException {
        new SampleForm(font, "authorization-letter", 6, "授权委托书", "Letter of authority")
                .line("致：", bank(120), branch(200))
                .line("委托人（借款人）：", firm())
                .line("统一社会信用代码：", creditCode())
                .line("法定代表人（经营者）：", signer(), "  证件号码：", signerId())
                .line(
                        "受托人：",
                        value("contact", "contact.name", 110, "受托人", "Agent"),
                        "  证件号码：",
                        value("contactId", "contact.residentId", 160, "受托人证件号码", "Agent's identity number"))
                .gap(6)
                .line("委托人委托上述受托人办理借据号", loan(), "项下贷款的续贷及白名单续期事宜，委托事项和权限如下：")
                .line("一、代为填写、签署、递交续贷申请书、白名单续期确认书以及办理续期所需的其他材料，代为接收贵行的通知和文件。")
                .line("二、代为回答贵行的询问，补充、更正材料，撤回申请。")
                .line("三、本委托不包括签署借款合同、担保合同以及征信查询授权书；上述文件须由法定代表人（经营者）本人签署。")
                .line("四、受托人无转委托权。委托期限自本委托书签署之日起，至本次续期业务办结之日止；委托人提前终止委托的，应当书面通知贵行，通知到达前受托人的行为对委托人有效。")
                .line("五、受托人在委托权限内的行为，由委托人承担法律后果。")
                .gap(8)
                .line("打印日期：", value("today", "today", 100, "打印日期", "Date printed"))
                .marks("signer", "委托人：法定代表人或经营者签字，并加盖公章", true, true)
                .marks("agent", "受托人签字", false, false)
                .write(target);
    }
}

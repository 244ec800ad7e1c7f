package org.xudai.intake.studio;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xudai.kernel.Money;

/**
 * What stands in a form: another borrower, loan and answers for each seed.
 *
 * @param bound values by binding
 * @param answers answers by field
 */
record Filling(Map<String, String> bound, Map<String, String> answers) {

    private static final List<String> PLACES = List.of("武夷山", "建阳", "邵武", "福州", "南平", "厦门", "杭州", "成都");
    private static final List<String> TRADES = List.of("茶业", "餐饮管理", "竹木制品", "商贸", "物流", "农业科技", "民宿服务", "机电设备");
    private static final List<String> WORDS = List.of("云溪", "大红袍", "瑞泉", "正山", "鑫达", "和顺", "九曲", "宏远");
    private static final List<String> FAMILY = List.of("陈", "林", "黄", "吴", "张", "郑", "欧阳", "王", "李");
    private static final List<String> GIVEN = List.of("建国", "小雨", "䶮", "𠮷祥", "志强", "美兰", "伟", "秀英", "文杰");
    private static final List<String> PRODUCTS = List.of("网贷通", "e抵快贷", "经营快贷", "税务贷");
    private static final List<String> TEXTS = List.of(
            "在武夷山三姑开茶餐厅和两间茶铺，卖自家制的岩茶。近一年销售约180万元，主要卖给民宿、旅行社和老客户。",
            "加工毛竹制品，供货给三家出口公司，近一年开票收入326万元，雇工14人，订单排到明年三月。",
            "结清原贷款，收明前茶青和付包装款，四月、五月用得最多。",
            "茶叶和餐饮的销售收入，旺季每月约20万元，淡季约8万元。",
            "主营建材批发，货款按季结算，目前应收账款约92万元，均为一年内。");

    static Filling of(Chance chance) {
        Map<String, String> bound = new HashMap<>();
        String place = chance.oneOf(PLACES);
        bound.put("bank.name", "建溪银行");
        bound.put("branch.name", "南平分行" + place + "支行");
        bound.put("branch.phone", "0599-" + chance.from(100, 999) + " " + chance.from(1000, 9999));
        bound.put("today", date(chance, 2026));
        bound.put("borrower.name", firm(chance, place));
        bound.put("borrower.creditCode", "91350100M000100Y43");
        bound.put("borrower.size", chance.oneOf(List.of("微型", "小型", "中型", "个体工商户")));
        bound.put("borrower.customerNumber", "C" + chance.from(100_000, 999_999));
        bound.put("signer.name", person(chance));
        bound.put("signer.residentId", "11010519491231002X");
        bound.put("signer.residentIdMasked", "110105********002X");
        bound.put("contact.name", person(chance));
        bound.put("contact.residentId", "440524188001010014");
        bound.put("security.kind", chance.oneOf(List.of("抵押", "保证", "信用")));
        loan(chance, bound);
        people(chance, bound);
        return new Filling(bound, answers(chance));
    }

    private static void loan(Chance chance, Map<String, String> bound) {
        Money amount = new Money(BigDecimal.valueOf(chance.from(5, 500) * 10_000L));
        Money balance = new Money(BigDecimal.valueOf(chance.from(500, 50_000) * 100L));
        bound.put("loan.number", "JJ2025" + chance.from(100_000, 999_999));
        bound.put("loan.contractNumber", chance.in(0.3) ? "" : "HT2025" + chance.from(1000, 9999));
        bound.put("loan.product", chance.oneOf(PRODUCTS));
        bound.put("loan.amount", amount.grouped());
        bound.put("loan.amountInCapitals", amount.inCapitals());
        bound.put("loan.balance", balance.grouped());
        bound.put("loan.balanceInCapitals", balance.inCapitals());
        bound.put("loan.rate", chance.from(3, 5) + "." + chance.from(10, 95));
        bound.put("loan.issuedOn", date(chance, 2025 + chance.below(2)));
        bound.put("loan.maturesOn", date(chance, 2027));
        bound.put("loan.termMonths", chance.oneOf(List.of("6", "12", "24", "36")));
        bound.put("whitelist.end", date(chance, 2026 + chance.below(2)));
    }

    private static void people(Chance chance, Map<String, String> bound) {
        String guarantor = person(chance);
        bound.put("guarantors.names", guarantor + "、武夷山市大红袍茶业专业合作社");
        bound.put("guarantor.1.name", guarantor);
        bound.put("guarantor.2.name", "武夷山市大红袍茶业专业合作社");
        int shareholders = chance.from(1, 5);
        for (int i = 1; i <= shareholders; i++) {
            bound.put("shareholder." + i + ".name", person(chance));
        }
    }

    private static Map<String, String> answers(Chance chance) {
        Map<String, String> answers = new HashMap<>();
        for (String field : List.of("business", "use", "repaymentSource")) {
            if (chance.in(0.6)) {
                answers.put(field, chance.oneOf(TEXTS));
            }
        }
        answers.put("amount", Integer.toString(chance.from(30, 4_000) * 1000));
        answers.put("termMonths", chance.oneOf(List.of("6", "12", "24", "36")));
        answers.put("meetingDate", date(chance, 2026));
        answers.put("meetingPlace", "公司会议室");
        answers.put("due", Integer.toString(chance.from(1, 5)));
        answers.put("present", Integer.toString(chance.from(1, 5)));
        return answers;
    }

    static String firm(Chance chance, String place) {
        return place + chance.oneOf(WORDS) + chance.oneOf(TRADES) + chance.oneOf(List.of("有限公司", "有限责任公司", "中心"));
    }

    static String person(Chance chance) {
        return chance.oneOf(FAMILY) + chance.oneOf(GIVEN);
    }

    private static String date(Chance chance, int year) {
        return year + "年" + chance.from(1, 12) + "月" + chance.from(1, 28) + "日";
    }
}

package org.xudai.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The values that every room speaks, by their properties. */
class KernelValueTests {

    private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Property
    void aCaseNumberIsReadBackFromItsDigits(
            @ForAll @IntRange(min = 2024, max = 2099) int year,
            @ForAll @LongRange(min = 1, max = 999_999) long sequence) {
        CaseNumber number = CaseNumber.of(year, sequence);
        assertThat(number.value()).matches("XD\\d{4}-\\d{7}");
        assertThat(CaseNumber.ofDigits(number.digits())).isEqualTo(number);
    }

    @Property
    void aDigitMisheardOnThePhoneIsNoticed(
            @ForAll @LongRange(min = 1, max = 999_999) long sequence,
            @ForAll @IntRange(min = 0, max = 10) int place,
            @ForAll @IntRange(min = 0, max = 9) int heard) {
        String digits = CaseNumber.of(2026, sequence).digits();
        Assume.that(digits.charAt(place) != '0' + heard);
        String wrong = digits.substring(0, place) + heard + digits.substring(place + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> CaseNumber.ofDigits(wrong));
    }

    @Example
    void theKnownCreditCodesAreRightAndTheKnownWrongOneIsWrong() {
        for (String right :
                new String[] {"91350100M000100Y43", "914403001922038216", "9144030071526726XG", "91330100799655058B"}) {
            assertThat(UnifiedSocialCreditCode.isValid(right)).as(right).isTrue();
        }
        assertThat(UnifiedSocialCreditCode.isValid("91350100M000100Y4Z")).isFalse();
        assertThat(UnifiedSocialCreditCode.isValid("91350100m000100y43")).isFalse();
        assertThat(UnifiedSocialCreditCode.isValid("91350100I000100Y43")).isFalse();
    }

    @Property
    void exactlyOneCheckCharacterFitsACreditCode(@ForAll("creditCodeBodies") String body) {
        assertThat(CODE_ALPHABET.chars().filter(check -> UnifiedSocialCreditCode.isValid(body + (char) check)))
                .hasSize(1);
    }

    @Property
    void aCharacterMistypedInACreditCodeIsNoticed(
            @ForAll("creditCodeBodies") String body,
            @ForAll @IntRange(min = 0, max = 16) int place,
            @ForAll @IntRange(min = 0, max = 30) int typed) {
        char other = CODE_ALPHABET.charAt(typed);
        Assume.that(body.charAt(place) != other);
        char check = (char) CODE_ALPHABET
                .chars()
                .filter(candidate -> UnifiedSocialCreditCode.isValid(body + (char) candidate))
                .findFirst()
                .orElseThrow();
        String wrong = body.substring(0, place) + other + body.substring(place + 1) + check;
        assertThat(UnifiedSocialCreditCode.isValid(wrong)).isFalse();
    }

    @Provide
    Arbitrary<String> creditCodeBodies() {
        return Arbitraries.strings().withChars(CODE_ALPHABET.toCharArray()).ofLength(17);
    }

    @Example
    void theKnownIdNumbersAreRightAndASmallXIsTaken() {
        assertThat(new ResidentId("11010519491231002x").value()).isEqualTo("11010519491231002X");
        assertThat(ResidentId.isValid("440524188001010014")).isTrue();
        assertThat(ResidentId.isValid("110105194912310021")).isFalse();
        assertThat(ResidentId.isValid("")).isFalse();
    }

    @Property
    void anIdNumberOfAnyBirthDateHasOneCheckCharacterAndADayThatIsNoneHasNone(
            @ForAll @IntRange(min = 0, max = 45_000) int day, @ForAll @IntRange(min = 0, max = 999) int order) {
        LocalDate birth = LocalDate.of(1900, 1, 1).plusDays(day);
        String body = "350102" + birth.toString().replace("-", "") + String.format("%03d", order);
        assertThat("0123456789X".chars().filter(check -> ResidentId.isValid(body + (char) check)))
                .hasSize(1);
        String impossible = "350102" + birth.getYear() + "0230" + String.format("%03d", order);
        assertThat("0123456789X".chars().filter(check -> ResidentId.isValid(impossible + (char) check)))
                .isEmpty();
    }

    @Example
    void amountsAreWrittenInCapitalsAsOnBills() {
        assertCapitals("0.00", "零元整");
        assertCapitals("0.50", "伍角整");
        assertCapitals("0.05", "伍分");
        assertCapitals("1.05", "壹元零伍分");
        assertCapitals("10.00", "壹拾元整");
        assertCapitals("1409.50", "壹仟肆佰零玖元伍角整");
        assertCapitals("6007.14", "陆仟零柒元壹角肆分");
        assertCapitals("325.04", "叁佰贰拾伍元零肆分");
        assertCapitals("16409.02", "壹万陆仟肆佰零玖元零贰分");
        assertCapitals("300000.00", "叁拾万元整");
        assertCapitals("107000.53", "壹拾万柒仟元伍角叁分");
        assertCapitals("1680.32", "壹仟陆佰捌拾元叁角贰分");
        assertCapitals("10000000.00", "壹仟万元整");
        assertCapitals("100000001.00", "壹亿零壹元整");
        assertCapitals("1000100000000.00", "壹万亿零壹亿元整");
    }

    @Property
    void capitalsSayTheSameAmount(@ForAll @LongRange(min = 1, max = 99_999_999_999_999L) long fen) {
        String capitals = new Money(BigDecimal.valueOf(fen, 2)).inCapitals();
        assertThat(Capitals.read(capitals)).as(capitals).isEqualTo(fen);
        assertThat(capitals).doesNotContain("零零").doesNotStartWith("零");
    }

    @Example
    void anAmountIsNeverNegativeOrFinerThanAFen() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("-0.01"));
        org.assertj.core.api.Assertions.assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.of("0.001"));
        assertThat(Money.of("1234567.8").grouped()).isEqualTo("1,234,567.80");
    }

    @Property
    void whatIsMaskedShowsTooLittleToUse(@ForAll @LongRange(min = 13_000_000_000L, max = 19_999_999_999L) long digits) {
        String mobile = Long.toString(digits);
        assertThat(Masked.of(new MobileNumber(mobile)).shown())
                .isEqualTo(mobile.substring(0, 3) + "****" + mobile.substring(7));
        assertThat(Masked.text("𠮷田").shown()).isEqualTo("𠮷***");
        assertThat(Masked.mail("chen@example.com").shown()).isEqualTo("c***@example.com");
        assertThat(Masked.of(new ResidentId("11010519491231002X")).shown()).isEqualTo("1101**********002X");
    }

    private static void assertCapitals(String amount, String capitals) {
        assertThat(Money.of(amount).inCapitals()).isEqualTo(capitals);
    }

    /** Reads capitals as a clerk does. */
    private static final class Capitals {

        private Capitals() {}

        static long read(String text) {
            String rest = text.replace("整", "");
            long fen = 0;
            int yuan = rest.indexOf('元');
            if (yuan >= 0) {
                fen = yuan(rest.substring(0, yuan)) * 100;
                rest = rest.substring(yuan + 1);
            }
            long digit = 0;
            for (int i = 0; i < rest.length(); i++) {
                char c = rest.charAt(i);
                switch (c) {
                    case '角' -> fen += digit * 10;
                    case '分' -> fen += digit;
                    default -> digit = "零壹贰叁肆伍陆柒捌玖".indexOf(c);
                }
            }
            return fen;
        }

        private static long yuan(String text) {
            long total = 0;
            long group = 0;
            long digit = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                int number = "零壹贰叁肆伍陆柒捌玖".indexOf(c);
                int place = "拾佰仟".indexOf(c);
                if (number >= 0) {
                    digit = number;
                } else if (place >= 0) {
                    group += digit * (long) Math.pow(10, place + 1);
                    digit = 0;
                } else if (c == '万') {
                    group = (group + digit) * 10_000;
                    total += group;
                    group = 0;
                    digit = 0;
                } else {
                    total = (total + group + digit) * 100_000_000;
                    group = 0;
                    digit = 0;
                }
            }
            return total + group + digit;
        }
    }
}

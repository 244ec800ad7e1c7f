package org.xudai.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * An amount in yuan (CNY), never negative, two decimals.
 *
 * @param amount yuan, scale 2
 */
public record Money(BigDecimal amount) implements Comparable<Money> {

    private static final String[] DIGITS = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};

    public Money {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("an amount is never negative");
        }
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** The amount written as plain digits, e.g. {@code 300000.00}. */
    public static Money of(String digits) {
        return new Money(new BigDecimal(digits));
    }

    /** As printed: {@code 300,000.00}. */
    public String grouped() {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }

    /** In Chinese capitals as written on bills (《支付结算办法》附一): {@code 叁拾万元整}. */
    public String inCapitals() {
        long fen = amount.movePointRight(2).longValueExact();
        long yuan = fen / 100;
        int jiao = (int) (fen / 10 % 10);
        int cent = (int) (fen % 10);
        StringBuilder text = new StringBuilder();
        if (yuan > 0 || fen == 0) {
            text.append(yuan == 0 ? "零" : integer(yuan)).append('元');
        }
        if (jiao == 0 && cent == 0) {
            return text.append('整').toString();
        }
        if (jiao > 0) {
            text.append(DIGITS[jiao]).append('角');
        } else if (yuan > 0) {
            text.append('零');
        }
        return cent > 0
                ? text.append(DIGITS[cent]).append('分').toString()
                : text.append('整').toString();
    }

    private static String integer(long yuan) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int group = 3; group >= 0; group--) {
            int part = (int) (yuan / (long) Math.pow(10_000, group) % 10_000);
            if (part == 0) {
                gap = gap || text.length() > 0;
                continue;
            }
            if (text.length() > 0 && (gap || part < 1_000)) {
                text.append('零');
            }
            gap = false;
            text.append(fourDigits(part)).append(GROUPS[group]);
        }
        return text.toString();
    }

    private static String fourDigits(int part) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int place = 3; place >= 0; place--) {
            int digit = part / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                gap = gap || text.length() > 0;
                continue;
            }
            if (gap) {
                text.append('零');
                gap = false;
            }
            text.append(DIGITS[digit]).append(PLACES[place]);
        }
        return text.toString();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}

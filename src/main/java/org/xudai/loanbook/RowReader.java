package org.xudai.loanbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.Masked;
import org.xudai.kernel.MobileNumber;
import org.xudai.kernel.Money;
import org.xudai.kernel.ResidentId;
import org.xudai.kernel.Sha256;
import org.xudai.kernel.UnifiedSocialCreditCode;
import org.xudai.loanbook.LoanImports.Rejection;

/** Checks the cells of one row; collects every problem instead of stopping at the first. */
final class RowReader {

    /** What passes for a mail address. */
    static final String MAIL = "[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s]{1,63}";

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final Set<String> CLASSES = Set.of("正常", "关注", "次级", "可疑", "损失");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(9_999_999_999_999L);
    private static final LocalDate EXCEL_START = LocalDate.of(1899, 12, 30);
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("uuuu/M/d").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("uuuu.M.d").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("uuuu年M月d日").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT));

    private final long row;
    private final Map<LoanColumn, String> cells;
    private final List<Rejection> problems = new ArrayList<>();

    RowReader(long row, Map<LoanColumn, String> cells) {
        this.row = row;
        this.cells = cells;
    }

    List<Rejection> problems() {
        return problems;
    }

    /** The checked row, or nothing where {@link #problems} tells why. */
    Optional<LoanRow> read() {
        cells.forEach((column, value) -> {
            if (CONTROL.matcher(value).find()) {
                reject(column, "text-wrong");
            }
        });
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        String number = matching(LoanColumn.NUMBER, "[A-Za-z0-9-]{4,40}", "loan-number-wrong");
        String customer = matching(LoanColumn.CUSTOMER, ".{1,40}", "text-wrong");
        String firm = matching(LoanColumn.FIRM, ".{1,200}", "text-wrong");
        String creditCode = checked(
                LoanColumn.CREDIT_CODE,
                UnifiedSocialCreditCode.isValid(cell(LoanColumn.CREDIT_CODE)),
                "credit-code-wrong");
        FirmSize size = size();
        String signer = matching(LoanColumn.SIGNER, ".{1,100}", "text-wrong");
        String signerId =
                checked(LoanColumn.SIGNER_ID, ResidentId.isValid(cell(LoanColumn.SIGNER_ID)), "resident-id-wrong");
        String contact = cell(LoanColumn.CONTACT).isEmpty() ? cell(LoanColumn.SIGNER) : cell(LoanColumn.CONTACT);
        String mobile =
                cell(LoanColumn.MOBILE).isEmpty() ? "" : matching(LoanColumn.MOBILE, "1[3-9][0-9]{9}", "mobile-wrong");
        String email = cell(LoanColumn.EMAIL).isEmpty() ? "" : matching(LoanColumn.EMAIL, MAIL, "email-wrong");
        String product = matching(LoanColumn.PRODUCT, ".{1,60}", "text-wrong");
        String currency = matching(LoanColumn.CURRENCY, "CNY|人民币|RMB", "currency-unknown");
        Money amount = money(LoanColumn.AMOUNT);
        Money balance = money(LoanColumn.BALANCE);
        BigDecimal rate = rate();
        LocalDate issued = date(LoanColumn.ISSUED);
        LocalDate matures = date(LoanColumn.MATURES);
        String classification = checked(
                LoanColumn.CLASSIFICATION, CLASSES.contains(cell(LoanColumn.CLASSIFICATION)), "classification-unknown");
        String overdue = matching(LoanColumn.OVERDUE, "[0-9]{1,5}(\\.0+)?", "days-wrong");
        String branch = matching(LoanColumn.BRANCH, "[0-9A-Za-z]{4,12}", "branch-unknown");
        LocalDate whitelistEnd = cell(LoanColumn.WHITELIST_END).isEmpty() ? null : date(LoanColumn.WHITELIST_END);
        if (amount != null && balance != null && balance.compareTo(amount) > 0) {
            reject(LoanColumn.BALANCE, "balance-above-amount");
        }
        if (issued != null && matures != null && !matures.isAfter(issued)) {
            reject(LoanColumn.MATURES, "matures-before-issue");
        }
        if (!problems.isEmpty()
                || size == null
                || amount == null
                || balance == null
                || rate == null
                || issued == null
                || matures == null) {
            return Optional.empty();
        }
        return Optional.of(new LoanRow(
                new LoanNumber(number),
                customer,
                firm,
                new UnifiedSocialCreditCode(creditCode),
                size,
                signer,
                new ResidentId(signerId),
                contact,
                mobile.isEmpty() ? null : new MobileNumber(mobile),
                email.isEmpty() ? null : email,
                product,
                currency.equals("CNY") ? currency : "CNY",
                amount,
                balance,
                rate,
                issued,
                matures,
                classification,
                new BigDecimal(overdue).intValueExact(),
                new BranchCode(branch),
                cell(LoanColumn.MANAGER).isEmpty() ? null : cell(LoanColumn.MANAGER),
                whitelistEnd,
                hash(
                        number,
                        customer,
                        firm,
                        creditCode,
                        size,
                        signer,
                        signerId.toUpperCase(Locale.ROOT),
                        contact,
                        mobile,
                        email,
                        product,
                        amount,
                        balance,
                        rate.stripTrailingZeros().toPlainString(),
                        issued,
                        matures,
                        classification,
                        new BigDecimal(overdue).intValueExact(),
                        branch,
                        cell(LoanColumn.MANAGER),
                        whitelistEnd == null ? "" : whitelistEnd)));
    }

    private String cell(LoanColumn column) {
        return cells.getOrDefault(column, "");
    }

    private String matching(LoanColumn column, String pattern, String problem) {
        String value = cell(column);
        return checked(column, value.matches(pattern), value.isEmpty() ? "missing" : problem);
    }

    private String checked(LoanColumn column, boolean right, String problem) {
        if (!right) {
            reject(column, cell(column).isEmpty() ? "missing" : problem);
        }
        return cell(column);
    }

    private @Nullable FirmSize size() {
        Optional<FirmSize> size = Arrays.stream(FirmSize.values())
                .filter(candidate -> candidate.chinese().equals(cell(LoanColumn.SIZE)))
                .findFirst();
        if (size.isEmpty()) {
            reject(LoanColumn.SIZE, cell(LoanColumn.SIZE).isEmpty() ? "missing" : "size-unknown");
        }
        return size.orElse(null);
    }

    private @Nullable Money money(LoanColumn column) {
        BigDecimal number = number(column, "amount-wrong");
        if (number == null) {
            return null;
        }
        if (number.signum() < 0 || number.stripTrailingZeros().scale() > 2 || number.compareTo(LARGEST) > 0) {
            reject(column, "amount-wrong");
            return null;
        }
        return new Money(number.setScale(2, RoundingMode.UNNECESSARY));
    }

    private @Nullable BigDecimal rate() {
        BigDecimal rate = number(LoanColumn.RATE, "rate-wrong");
        if (rate != null && (rate.signum() < 0 || rate.compareTo(BigDecimal.valueOf(36)) > 0)) {
            reject(LoanColumn.RATE, "rate-wrong");
            return null;
        }
        return rate;
    }

    /** A number as people write it: with separators, full-width digits or a currency sign. */
    private @Nullable BigDecimal number(LoanColumn column, String problem) {
        String plain = Normalizer.normalize(cell(column), Normalizer.Form.NFKC).replaceAll("[,\\s¥元%]", "");
        if (NUMBER.matcher(plain).matches()) {
            return new BigDecimal(plain);
        }
        reject(column, cell(column).isEmpty() ? "missing" : problem);
        return null;
    }

    /** A date in a usual form, or the serial number that a spreadsheet keeps for it. */
    private @Nullable LocalDate date(LoanColumn column) {
        String text = cell(column).replaceFirst("[T ]00:00(:00(\\.0+)?)?$", "");
        if (text.matches("[1-9][0-9]{4}(\\.0+)?")) {
            return EXCEL_START.plusDays(new BigDecimal(text).intValueExact());
        }
        LocalDate date = DATES.stream()
                .flatMap(format -> parsed(text, format).stream())
                .findFirst()
                .orElse(null);
        if (date == null) {
            reject(column, text.isEmpty() ? "missing" : "date-wrong");
        }
        return date;
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void reject(LoanColumn column, String problem) {
        String value = cell(column);
        String shown =
                switch (column) {
                    case SIGNER_ID, MOBILE, EMAIL, SIGNER, CONTACT ->
                        Masked.text(value).shown();
                    default -> {
                        String whole = Masked.unlessPersonal(value).shown();
                        yield whole.length() > 60 ? whole.substring(0, 60) : whole;
                    }
                };
        problems.add(new Rejection(row, column.header(), shown, problem));
    }

    /** The same for the same values, however a file writes them: {@code 2,000,000} as {@code 2000000.00}. */
    private static Sha256 hash(Object... values) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object value : values) {
                digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return new Sha256(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
